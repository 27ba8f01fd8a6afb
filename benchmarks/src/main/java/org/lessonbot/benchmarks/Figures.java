package org.lessonbot.benchmarks;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lessonbot.benchmarks.inside.Arguments;
import org.lessonbot.benchmarks.inside.End;
import org.lessonbot.benchmarks.inside.Sql;

/**
 * Measures two builds in turn on one server, prints a table of medians in Markdown and writes {@code figures.json} with all
 * rounds. What could not be measured is said below the table, and the exit status is then 1.
 *
 * <p>Arguments: {@code old=} and {@code new=} the jars, {@code out=} the folder to write to, {@code rounds=3},
 * {@code seconds=10} and {@code warm=5} for each run of clicks, {@code parts=} those of {@link #PARTS} to measure,
 * {@code divided=10} to divide all numbers of people, clicks and lessons by it: only to see that everything runs.
 */
public final class Figures {
    private static final List<String> PARTS =
            List.of("clicks", "floor", "crowd", "arrivals", "statements", "votes", "sweep", "clubs", "class");

    private final Server server;
    private final Upsert upsert;
    private final Arguments given;
    private final Path scratch;
    private final Map<Build, List<Map<String, Double>>> rounds = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable Sql prepared;

    private Figures(Server server, Upsert upsert, Arguments given, Path scratch) {
        this.server = server;
        this.upsert = upsert;
        this.given = given;
        this.scratch = scratch;
        for (String name : List.of("old", "new")) {
            String jar = given.word(name, "");
            if (!jar.isEmpty()) {
                rounds.put(new Build(name, Path.of(jar).toAbsolutePath(), scratch), new ArrayList<>());
            }
        }
    }

    public static void main(String[] line) throws IOException, InterruptedException, SQLException {
        End.withThisThread();
        Arguments given = Arguments.of(line);
        Path out = Files.createDirectories(
                Path.of(given.word("out", "benchmarks/target")).toAbsolutePath());
        Path scratch = Files.createDirectories(out.resolve("figures"));
        Figures figures = new Figures(Server.start(out), Upsert.here(), given, scratch);
        figures.measure();
        figures.print();
        Files.writeString(out.resolve("figures.json"), figures.json());
        System.exit(figures.faults.isEmpty() ? 0 : 1);
    }

    private void measure() throws InterruptedException, IOException {
        for (Build build : rounds.keySet()) {
            if (!Files.isReadable(build.jar())) {
                throw new IOException("the " + build.name() + " build's jar cannot be read: " + build.jar());
            }
        }
        int count = given.number("rounds", 3);
        for (int round = 1; round <= count; round++) {
            rounds.values().forEach(all -> all.add(new HashMap<>()));
            for (String part : given.words("parts", PARTS)) {
                for (Build build : rounds.keySet()) {
                    System.err.printf(Locale.ROOT, "round %d of %d, %s: %s%n", round, count, part, build.name());
                    measure(part, build);
                }
            }
        }
    }

    private void measure(String part, Build build) throws InterruptedException {
        try {
            switch (part) {
                case "clicks" -> {
                    inside(build, "clicks", "clicks", given("people", 64));
                    against(build, 64);
                    against(build, 1);
                }
                case "crowd" -> {
                    inside(build, "crowd2000", "clicks", given("people", 2_000));
                    inside(build, "crowd5000", "clicks", given("people", 5_000));
                }
                case "floor" -> inside(build, part, part, given("people", 64));
                case "arrivals" -> inside(build, part, part, given("people", 3_000));
                case "votes" -> inside(build, part, part, given("people", 1_000));
                case "statements" -> inside(build, part, part, given("clicks", 2_000));
                case "sweep" -> inside(build, part, part, given("lessons", 10_000));
                case "clubs" -> {
                    if (!build.name().equals("old")) {
                        inside(build, part, part, given("clubs", 10_000));
                    }
                }
                case "class" -> {
                    keep(build, "class120", build.rehearse(size(120)));
                    if (!build.name().equals("old")) {
                        keep(build, "class300", build.rehearse(size(300)));
                    }
                }
                default -> throw new IllegalArgumentException("no such part: " + part + "; there are " + PARTS);
            }
        } catch (IOException | SQLException | ExecutionException failure) {
            System.err.println(failure.getMessage());
            faults.add(failure.getMessage());
        }
    }

    private Map<String, Integer> given(String size, int number) {
        return Map.of("seconds", given.number("seconds", 10), "warm", given.number("warm", 5), size, size(number));
    }

    private int size(int number) {
        return number / given.number("divided", 1);
    }

    private void inside(Build build, String name, String part, Map<String, Integer> sizes)
            throws IOException, InterruptedException, SQLException {
        Sql database = server.database();
        if (part.equals("statements") || part.equals("sweep")) {
            server.count(database);
        }
        keep(build, name, build.measure(part, database, sizes));
        server.drop(database);
    }

    /** Each time on the same: the state in which the first build leaves a database whose round of guessing is open. */
    private void against(Build build, int clients)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        if (prepared == null) {
            prepared = server.database();
            rounds.keySet().iterator().next().measure("prepare", prepared, Map.of());
        }
        Sql database = server.copy(prepared);
        keep(
                build,
                "upsert" + clients,
                upsert.measure(database, server, clients, given.number("seconds", 10), scratch));
        server.drop(database);
    }

    private void keep(Build build, String part, Map<String, Double> figures) {
        List<Map<String, Double>> all = rounds.getOrDefault(build, List.of());
        figures.forEach((name, value) -> all.get(all.size() - 1).put(part + "." + name, value));
    }

    private void print() throws SQLException {
        machine().forEach((name, value) -> System.out.println(name + ": " + value));
        String names = rounds.keySet().stream().map(Build::name).collect(Collectors.joining(" | "));
        boolean both = rounds.size() == 2;
        System.out.println("\n| | " + names + (both ? " | new / old |" : " |"));
        System.out.println("|---" + "|---:".repeat(rounds.size() + (both ? 1 : 0)) + "|");
        for (Row row : Row.ALL) {
            List<@Nullable Double> values = values(row);
            if (values.stream().anyMatch(value -> value != null)) {
                System.out.println("| " + row.title() + " | "
                        + values.stream().map(Row::text).collect(Collectors.joining(" | "))
                        + (both ? " | " + Row.text(ratio(values)) + " |" : " |"));
            }
        }
        faults.forEach(fault -> System.out.println("\nNot measured: " + fault));
    }

    private List<@Nullable Double> values(Row row) {
        List<@Nullable Double> values = new ArrayList<>();
        rounds.values().forEach(all -> values.add(row.of(all)));
        return values;
    }

    private static @Nullable Double ratio(List<@Nullable Double> values) {
        Double before = values.get(0);
        Double after = values.get(1);
        return before == null || after == null || before == 0 ? null : Double.valueOf(after / before);
    }

    private Map<String, Object> machine() throws SQLException {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("taken", Instant.now().toString());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.version"));
        machine.put("PostgreSQL", server.admin().text("select current_setting('server_version')"));
        machine.put("fsync", server.admin().text("select current_setting('fsync')"));
        machine.put("upsert by", upsert.name());
        machine.put("rounds", given.number("rounds", 3));
        machine.put("seconds a run", given.number("seconds", 10));
        machine.put("numbers divided by", given.number("divided", 1));
        return machine;
    }

    private String json() throws SQLException {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (Row row : Row.ALL) {
            Map<String, @Nullable Double> values = new LinkedHashMap<>();
            rounds.forEach((build, all) -> values.put(build.name(), row.of(all)));
            rows.put(row.figure() + (row.against().isEmpty() ? "" : " / " + row.against()), values);
        }
        Map<String, Object> all = new LinkedHashMap<>(machine());
        all.put("medians", rows);
        all.put(
                "rounds of each",
                rounds.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
        all.put("not measured", faults);
        return new GsonBuilder().setPrettyPrinting().create().toJson(all);
    }
}
