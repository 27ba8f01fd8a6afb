package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.lessonbot.benchmarks.inside.Arguments;
import org.lessonbot.benchmarks.inside.End;

/**
 * Makes faults under whole programs, and prints one row for each kind: the table of {@code docs/proof.md}.
 *
 * <p>Arguments: {@code jar=} the program, {@code runs=3} how often each fault is made, {@code seed=1}, {@code parts=} some of
 * {@code browser,discord,slack,database,disk,instances,lines,secrets,streams}, or {@code clocks}, {@code out=} a folder to work in. Kills that were
 * made before with the same seed are counted and not made again. Ends with 1 if anything was not as it should be.
 */
public final class Faults {
    private Faults() {}

    public static void main(String[] line) throws IOException, InterruptedException {
        End.withThisThread();
        Arguments given = Arguments.of(line);
        Path out = Files.createDirectories(Path.of(given.word("out", "benchmarks/target")))
                .toAbsolutePath();
        Path jar = Path.of(given.word("jar", "app/target/lesson-bot.jar"));
        int runs = given.number("runs", 3);
        long seed = given.number("seed", 1);
        List<Outcome> outcomes = new ArrayList<>();
        for (String part : given.words(
                "parts",
                List.of(
                        "browser",
                        "discord",
                        "slack",
                        "database",
                        "disk",
                        "instances",
                        "lines",
                        "secrets",
                        "streams"))) {
            System.err.println(part);
            switch (part) {
                case "database" -> outcomes.addAll(new DatabaseFaults(jar, out, runs, seed).run());
                case "instances" -> outcomes.addAll(new Instances(jar, out, seed).run(runs));
                case "disk" -> outcomes.addAll(new DatabaseFaults(jar, out, runs, seed).disk());
                case "clocks" -> outcomes.addAll(new Instances(jar, out, seed).clocks(runs));
                case "lines" -> outcomes.addAll(new HalfOpen(jar, out, runs, seed).run());
                case "secrets" -> outcomes.add(new Secrets(jar, folder(out, "secrets-")).run());
                case "streams" -> outcomes.addAll(new Crowd(jar, out, seed).run());
                default -> outcomes.add(kills(part, jar, out, runs, seed));
            }
        }
        System.out.println(Outcome.header());
        outcomes.forEach(outcome -> System.out.println(outcome.row()));
        System.exit(outcomes.stream().allMatch(Outcome::isClean) ? 0 : 1);
    }

    private static Outcome kills(String part, Path jar, Path out, int runs, long seed)
            throws IOException, InterruptedException {
        Path home = folder(out, part + "-");
        Path book = out.resolve("kills-" + part + "-" + seed + ".txt");
        try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                Chat chat = chat(part)) {
            Outcome outcome = new Kills(jar, home, chat, postgres, book, seed).run(runs);
            System.err.println(outcome.row());
            return outcome;
        }
    }

    /** A new folder that the user whom PostgreSQL runs as may enter. */
    static Path folder(Path under, String name) throws IOException {
        Path folder = Files.createTempDirectory(under, "faults-" + name);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static Chat chat(String name) throws InterruptedException {
        return switch (name) {
            case "browser" -> new BrowserChat(Kills.students());
            case "discord" -> new DiscordChat(Kills.students());
            case "slack" -> new SlackChat(Kills.students());
            default -> throw new IllegalArgumentException("no such part: " + name);
        };
    }
}
