package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** PgBouncer in front of a PostgreSQL, which gives each transaction another connection. */
record Pooler(Process process, int port) implements AutoCloseable {
    private static final int AT_ONCE = 5;

    /** PgBouncer itself sets what each of its clients asked for by name when it connected. */
    private static final String SET = "select name || ' = ' || setting from pg_settings where source = 'session'"
            + " and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings')";

    /** Where the machine has it. */
    static Optional<Path> program() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Pooler start(Path program, Path folder, Postgres postgres) throws IOException {
        int port = BrowserChat.freePort();
        Path users = folder.resolve("users.txt");
        Files.writeString(users, "\"" + postgres.user() + "\" \"" + postgres.password() + "\"\n");
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, String.format(Locale.ROOT, """
                        [databases]
                        * = host=127.0.0.1 port=%d
                        [pgbouncer]
                        listen_addr = 127.0.0.1
                        listen_port = %d
                        unix_socket_dir =
                        auth_type = scram-sha-256
                        auth_file = %s
                        pool_mode = transaction
                        default_pool_size = 10
                        max_client_conn = 200
                        ignore_startup_parameters = extra_float_digits
                        """, postgres.port(), port, users));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Pooler(process, port);
    }

    /** What was set for sessions that others get, of as many as one gets at once beside those who use it. */
    Set<String> leftInSessions(Postgres postgres) {
        Set<String> left = new TreeSet<>();
        List<Connection> pinned = new ArrayList<>();
        try {
            for (int number = 0; number < AT_ONCE; number++) {
                Connection session = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?prepareThreshold=0",
                        postgres.user(),
                        postgres.password());
                pinned.add(session);
                session.setAutoCommit(false);
                try (Statement statement = session.createStatement();
                        ResultSet rows = statement.executeQuery(SET)) {
                    while (rows.next()) {
                        left.add(rows.getString(1));
                    }
                }
            }
            return left;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            pinned.forEach(Pooler::close);
        }
    }

    private static void close(Connection session) {
        try (session) {
            session.rollback();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
