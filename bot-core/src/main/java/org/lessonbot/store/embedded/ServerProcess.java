package org.lessonbot.store.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the server, from its start to its end.
 *
 * <p>On Linux the server stops when the thread that launched it ends; launch it from one that lasts.
 */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    /** Long, because after a crash the server first replays what it had promised to keep. */
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(3);

    private static final long POLL_MILLIS = 10;

    private static final int STOP_SECONDS = 20;

    /** What a server says that could not start for a reason that may pass, or that another port may cure. */
    private static final List<String> PASSING = List.of("could not bind", "is still in use");

    private final Cluster cluster;
    private final Process process;
    private final ServerLog.Mark start;

    private ServerProcess(Cluster cluster, Process process, ServerLog.Mark start) {
        this.cluster = cluster;
        this.process = process;
        this.start = start;
    }

    static ServerProcess launch(Cluster cluster, int port, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                cluster.binaries().program("postgres").toString(),
                "-D",
                cluster.data().toString()));
        configuration(port).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        ServerLog.Mark start = cluster.log().mark();
        return new ServerProcess(
                cluster, cluster.runAs().start(command, cluster.log().file().toFile()), start);
    }

    /** The log leaves out statements and details, because they quote what people wrote. */
    private static Map<String, String> configuration(int port) {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "fsync", "on",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "log_min_error_statement", "panic",
                "log_error_verbosity", "terse");
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the server takes connections. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_NANOS;
        while (!cluster.isReady(pid())) {
            if (!process.isAlive()) {
                throw failure("ended at once with status " + process.exitValue());
            }
            if (System.nanoTime() - deadline > 0) {
                throw failure("is not ready after minutes");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private EmbeddedPostgresException failure(String what) throws IOException {
        return new EmbeddedPostgresException(String.format(
                Locale.ROOT,
                "The database server on %s %s. Mend what it complains of, then start again. %s",
                cluster.folder(),
                what,
                start.quote()));
    }

    boolean endedForAPassingReason() throws IOException {
        for (String reason : PASSING) {
            if (start.mentions(reason)) {
                return !process.isAlive();
            }
        }
        return false;
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    void stop() throws IOException, InterruptedException {
        stop(process.toHandle());
    }

    /** Ends sessions and stops; if that takes too long, stops as if by a power cut, which the next start recovers. */
    static void stop(ProcessHandle server) throws IOException, InterruptedException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            signal(signal, server);
            try {
                server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillThere) {
                LOG.warn("PostgreSQL (process {}) is still there after SIG{}", server.pid(), signal);
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Java sends SIGTERM only, on which the server would wait for every session to end by itself. */
    private static void signal(String signal, ProcessHandle server) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", String.format(Locale.ROOT, "kill -%s %d", signal, server.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
