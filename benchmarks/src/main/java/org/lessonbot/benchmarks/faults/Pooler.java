package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** PgBouncer in front of a PostgreSQL, which gives each transaction another connection. */
record Pooler(Process process, int port) implements AutoCloseable {
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

    @Override
    public void close() {
        process.destroy();
    }
}
