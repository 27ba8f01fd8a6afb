package org.lessonbot.benchmarks.slack;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.lessonbot.benchmarks.inside.Arguments;
import org.lessonbot.benchmarks.inside.End;
import org.lessonbot.benchmarks.slack.Contestant.Burst;

/**
 * How long 300 students who press one button at once wait until Slack knows that their clicks arrived, and how many of these
 * would be lost if the program died at a given moment. Runs whole programs, each in a process of its own, in turn, beside
 * one that only acknowledges: the floor of this machine and of the stand-in for Slack.
 *
 * <p>Arguments: {@code old=} and {@code new=} the jars, {@code rounds=3}, {@code out=} the folder to write to. In each round
 * every program is started anew in the middle of its lesson: the first burst meets it cold, those after it warm. Prints a
 * line for each program, cold and warm, and writes {@code acknowledgements.json} with every burst.
 */
public final class Acknowledgements {
    private static final int WARM = 3;

    private final Map<String, Contestant> contestants = new LinkedHashMap<>();
    private final Map<String, List<Burst>> bursts = new LinkedHashMap<>();

    private Acknowledgements() {}

    public static void main(String[] line) throws IOException, InterruptedException, SQLException {
        End.withThisThread();
        Arguments given = Arguments.of(line);
        Path out = Files.createDirectories(Path.of(given.word("out", "benchmarks/target")));
        Acknowledgements all = new Acknowledgements();
        all.prepare(given);
        for (int round = 1; round <= given.number("rounds", 3); round++) {
            all.round(round);
        }
        all.print();
        Files.writeString(
                out.resolve("acknowledgements.json"),
                new GsonBuilder().setPrettyPrinting().create().toJson(all.bursts));
        System.exit(0);
    }

    private void prepare(Arguments given) throws IOException, InterruptedException {
        for (String name : List.of("old", "new")) {
            String jar = given.word(name, "");
            if (!jar.isEmpty()) {
                contestants.put(name, Contestant.program(Path.of(jar)));
            }
        }
        contestants.put("floor", Contestant.floor());
        for (Contestant each : contestants.values()) {
            each.prepare();
        }
    }

    private void round(int round) throws IOException, InterruptedException, SQLException {
        for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
            System.err.printf(Locale.ROOT, "round %d: %s%n", round, each.getKey());
            try (Contestant.Running running = each.getValue().start()) {
                keep(each.getKey() + " cold", running.burst());
                for (int warm = 0; warm < WARM; warm++) {
                    keep(each.getKey() + " warm", running.burst());
                }
            }
        }
    }

    private void keep(String name, Burst burst) {
        bursts.computeIfAbsent(name, any -> new ArrayList<>()).add(burst);
    }

    private void print() {
        System.out.println(
                "| | bursts | p50 ms | p95 ms | worst ms | over 1 s | over 3 s | unsaved | at most | never kept |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        bursts.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f | %.0f | %.0f |%n",
                name,
                all.size(),
                median(all, Burst::p50),
                median(all, Burst::p95),
                all.stream().mapToDouble(Burst::worst).max().orElse(0),
                all.stream().mapToDouble(Burst::overOneSecond).sum(),
                all.stream().mapToDouble(Burst::overThreeSeconds).sum(),
                median(all, Burst::unsaved),
                median(all, Burst::unsavedAtMost),
                all.stream().mapToDouble(Burst::neverSaved).sum()));
    }

    private static double median(List<Burst> all, ToDoubleFunction<Burst> of) {
        double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
