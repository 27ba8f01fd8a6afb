package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lessonbot.store.embedded.EmbeddedPostgres;

/** A PostgreSQL of one's own: the one that the program brings along, run by itself, with everything that keeps data safe. */
final class Postgres implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of("max_connections", "150", "wal_level", "replica");

    private static final int LOG_FILES = 20;

    private final Path folder;
    private final Path binaries;
    private EmbeddedPostgres server;

    private Postgres(Path folder, Path binaries, EmbeddedPostgres server) {
        this.folder = folder;
        this.binaries = binaries;
        this.server = server;
    }

    /** @param folder a new one, which the user whom the server runs as may enter */
    static Postgres start(Path folder, Path binaries) throws IOException {
        return start(folder, binaries, SETTINGS);
    }

    private static Postgres start(Path folder, Path binaries, Map<String, String> settings) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Postgres started = new Postgres(
                folder,
                binaries,
                EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, binaries, settings, step -> {})));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    /** A server that follows another one, and takes its place when it is told to. */
    record Standby(Process process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }

    /**
     * A standby of this server that is never behind what was committed. This server is started anew for it, so nobody should use
     * it yet.
     */
    Standby standby(Path elsewhere) throws IOException, InterruptedException {
        server.close();
        copy(folder, elsewhere);
        Map<String, String> primary = new HashMap<>(SETTINGS);
        primary.put("synchronous_standby_names", "*");
        server = EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, binaries, primary, step -> {}));
        Path data = data(elsewhere);
        own(Files.writeString(data.resolve("standby.signal"), ""), data);
        int port = BrowserChat.freePort();
        List<String> command = new ArrayList<>(as(Files.getOwner(data).getName()));
        command.addAll(List.of(program("postgres").toString(), "-D", data.toString()));
        Map.of(
                        "port", Integer.toString(port),
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "max_connections", "150",
                        "primary_conninfo",
                                "host=127.0.0.1 port=" + port() + " user=" + user() + " password=" + password())
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(elsewhere.resolve("standby.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (!Pause.until(() -> follows(port), Duration.ofMinutes(1))) {
            throw new IllegalStateException("the standby does not follow: " + elsewhere.resolve("standby.log"));
        }
        return new Standby(process, port);
    }

    /** PostgreSQL does not run as root. */
    private static List<String> as(String owner) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        return owner.equals("root")
                ? List.of("unshare", "-U", "--map-user", "nobody")
                : List.of("setpriv", "--clear-groups", "--regid", "65534", "--reuid", owner);
    }

    private boolean follows(int standby) {
        try {
            return Facts.at(() -> at(standby)).number("select case when pg_is_in_recovery() then 1 else 0 end") == 1
                    && Facts.at(this::here).number("select count(*) from pg_stat_replication where sync_state = 'sync'")
                            == 1;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private Path program(String name) throws IOException {
        try (Stream<Path> all = Files.walk(binaries)) {
            return all.filter(file -> file.endsWith(Path.of("bin", name)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("cluster");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copied = to.resolve(from.relativize(each).toString());
                if (!each.equals(from)) {
                    Files.copy(each, copied, StandardCopyOption.COPY_ATTRIBUTES);
                    own(copied, each);
                }
            }
        }
    }

    private static void own(Path file, Path as) throws IOException {
        Files.setOwner(file, Files.getOwner(as));
    }

    Facts.Access at(int port) {
        return new Facts.Access("jdbc:postgresql://127.0.0.1:" + port + "/postgres", server.user(), server.password());
    }

    Facts.Access here() {
        return at(server.port());
    }

    int port() {
        return server.port();
    }

    String user() {
        return server.user();
    }

    String password() {
        return server.password();
    }

    void run(String sql) {
        run(port(), sql);
    }

    /** The same on the server at another port. */
    void run(int port, String sql) {
        try (Connection connection = DriverManager.getConnection(at(port).url(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Kills it as the kernel does that is out of memory. It is started again at once, and recovers. */
    void kill() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(server.pid())).start().waitFor();
    }

    /** Has it begin another file of its log, again and again, until there is none. */
    void needsMoreLog() {
        try {
            for (int files = 0; files < LOG_FILES; files++) {
                run("select pg_logical_emit_message(true, 'ballast', 'one'), pg_switch_wal()");
            }
        } catch (IllegalStateException full) {
            // It has ended by that.
        }
    }

    /** Starts it again after it was closed, on another port. */
    void startAgain() {
        server = EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, binaries, SETTINGS, step -> {}));
    }

    @Override
    public void close() {
        server.close();
    }
}
