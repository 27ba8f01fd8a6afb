package org.lessonbot.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server running on one port, in a thread of its own, until that thread is interrupted. */
final class Keeper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** What is left of a server that was killed ends by itself, but on a busy machine it has taken a quarter of a minute. */
    private static final long FIRST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final int LONGEST_PAUSE_DOUBLINGS = 7;

    /** A server that ran this long had no lasting trouble, so the next pause is short again. */
    private static final long STEADY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Cluster cluster;
    private final Map<String, String> settings;
    private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
    private volatile Optional<ServerProcess> server = Optional.empty();
    private volatile int port;

    Keeper(Cluster cluster, Map<String, String> settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    /** Done when the server has taken connections for the first time; failed when it could not. */
    CompletableFuture<Void> firstStart() {
        return firstStart;
    }

    int port() {
        return port;
    }

    long pid() {
        return server.orElseThrow().pid();
    }

    @Override
    public void run() {
        try {
            startOnFreePort();
            firstStart.complete(null);
            keepRunning();
        } catch (InterruptedException closing) {
            stop();
        } catch (IOException | RuntimeException failure) {
            stop();
            firstStart.completeExceptionally(failure);
        }
    }

    /** Between the choice of a port and the server's start somebody else may take it. */
    private void startOnFreePort() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            port = freePort();
            try {
                start();
                return;
            } catch (EmbeddedPostgresException failure) {
                if (System.nanoTime() - begun > FIRST_NANOS
                        || !server.orElseThrow().endedForAPassingReason()) {
                    throw failure;
                }
            }
            pause(attempt);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void keepRunning() throws InterruptedException {
        int attempt = 0;
        while (true) {
            long begun = System.nanoTime();
            int status = server.orElseThrow().awaitEnd();
            LOG.error("PostgreSQL on {} ended with status {}; starting it again", cluster.folder(), status);
            attempt = System.nanoTime() - begun > STEADY_NANOS ? 0 : attempt + 1;
            pause(attempt);
            try {
                start();
            } catch (IOException | EmbeddedPostgresException failure) {
                LOG.error("PostgreSQL on {} could not be started again; trying on", cluster.folder(), failure);
            }
        }
    }

    private void start() throws IOException, InterruptedException {
        ServerProcess next = ServerProcess.launch(cluster, port, settings);
        server = Optional.of(next);
        next.awaitReady();
        LOG.info("PostgreSQL on {} takes connections on port {} (process {})", cluster.folder(), port, next.pid());
    }

    private static void pause(int attempt) throws InterruptedException {
        Thread.sleep(SHORTEST_PAUSE_MILLIS << Math.min(attempt, LONGEST_PAUSE_DOUBLINGS));
    }

    private void stop() {
        Thread.interrupted();
        try {
            if (server.isPresent()) {
                server.get().stop();
            }
        } catch (IOException | InterruptedException failure) {
            LOG.error("PostgreSQL on {} could not be stopped", cluster.folder(), failure);
        }
    }
}
