package org.lessonbot.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lessonbot.benchmarks.inside.Processor;
import org.lessonbot.benchmarks.inside.Sql;

/**
 * What one guess costs the database at the least: the upsert of an entry if its round is open, in a transaction and with a
 * connection of its own for each client. Run by the machine's pgbench; where there is none, by a loop over JDBC.
 */
final class Upsert {
    private static final String SQL = """
            insert into entry (lesson, step, round, owner, field, value, person) \
            select r.lesson, r.step, r.number, %1$s, 'guess', %2$s, %1$s from round r join lesson l on l.id = r.lesson \
            where r.phase = 'OPEN' and r.step = 'match' and l.status = 'RUNNING' \
            for share of r \
            on conflict (lesson, step, round, owner, field) \
            do update set value = excluded.value, person = excluded.person, at = excluded.at\
            """;

    private static final String SCRIPT = "\\set turn (:turn + 1) % 3\n"
            + String.format(SQL, "'s' || :client_id::text", "(array['base', 'instruction_tuned', 'rlhf'])[:turn + 1]")
            + ";\n";

    private final Optional<Path> pgbench;

    private Upsert(Optional<Path> pgbench) {
        this.pgbench = pgbench;
    }

    static Upsert here() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted().forEach(version -> folders.add(0, version.resolve("bin")));
            }
        }
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of)
                .forEach(folders::add);
        return new Upsert(folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst());
    }

    /** What it is run by. */
    String name() {
        return pgbench.map(Path::toString).orElse("a loop over JDBC, for there is no pgbench on this machine");
    }

    /**
     * Measures it.
     *
     * @param database with one lesson, whose round of guessing is open
     * @return {@code rate} a second, {@code p50} and {@code p99} in milliseconds; by pgbench also {@code all_us}, the processor time
     *     that each takes it and the server
     */
    Map<String, Double> measure(Sql database, Server server, int clients, int seconds, Path scratch)
            throws IOException, InterruptedException, ExecutionException {
        Processor processor = new Processor();
        double before = Processor.ofChildren(server.pid());
        long[] micros = pgbench.isPresent()
                ? pgbench(pgbench.get(), database, server.port(), clients, seconds, scratch)
                : loop(database, clients, seconds);
        if (micros.length == 0) {
            throw new IOException(name() + " did nothing in " + seconds + " seconds");
        }
        Arrays.sort(micros);
        Map<String, Double> figures = new HashMap<>(Map.of(
                "rate", micros.length / (double) seconds,
                "p50", micros[micros.length / 2] / 1e3,
                "p99", micros[micros.length * 99 / 100] / 1e3));
        if (pgbench.isPresent()) {
            double ofServer = (Processor.ofChildren(server.pid()) - before) / micros.length;
            figures.put("all_us", processor.children(micros.length) + ofServer);
        }
        return figures;
    }

    private static long[] pgbench(Path program, Sql database, int port, int clients, int seconds, Path scratch)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "pgbench-");
        Path script = Files.writeString(folder.resolve("upsert.sql"), SCRIPT);
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-l",
                        "-f",
                        script.toString(),
                        "-D",
                        "turn=0",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        Integer.toString(Math.min(clients, 2)),
                        "-T",
                        Integer.toString(seconds),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        database.user(),
                        database.url().substring(database.url().lastIndexOf('/') + 1))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", database.password());
        if (builder.start().waitFor() != 0) {
            throw new IOException(program + " failed; see " + output);
        }
        LongStream.Builder all = LongStream.builder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.getFileName().toString().startsWith("pgbench_log"))
                    .toList()) {
                // client, transaction, microseconds, …
                Files.readAllLines(log).forEach(line -> all.add(Long.parseLong(line.split(" ", 4)[2])));
            }
        }
        return all.build().toArray();
    }

    private static long[] loop(Sql database, int clients, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Callable<LongStream>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                String person = "s" + client;
                all.add(() -> upsert(database, person, end));
            }
            LongStream micros = LongStream.empty();
            for (Future<LongStream> one : threads.invokeAll(all)) {
                micros = LongStream.concat(micros, one.get());
            }
            return micros.toArray();
        } finally {
            threads.shutdownNow();
        }
    }

    private static LongStream upsert(Sql database, String person, long end) throws SQLException {
        LongStream.Builder micros = LongStream.builder();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(String.format(SQL, "?", "?"))) {
            for (int turn = 0; System.nanoTime() < end; turn++) {
                long begin = System.nanoTime();
                statement.setString(1, person);
                statement.setString(
                        2, List.of("base", "instruction_tuned", "rlhf").get(turn % 3));
                statement.setString(3, person);
                statement.executeUpdate();
                micros.add((System.nanoTime() - begin) / 1_000);
            }
        }
        return micros.build();
    }
}
