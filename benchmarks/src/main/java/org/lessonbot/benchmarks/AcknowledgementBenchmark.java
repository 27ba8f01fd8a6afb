package org.lessonbot.benchmarks;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.lessonbot.benchmarks.Contestant.Burst;

/**
 * How long 300 students who press one button at once wait until Slack knows that their clicks arrived, and how many of these
 * would be lost if the program died at a given moment. Runs whole programs, each in a process of its own, in turn, beside
 * one that only acknowledges: the floor of this machine and of the stand-in for Slack.
 *
 * <p>Arguments: {@code name=program.jar} for each, and {@code rounds=3}. In each round every program is started anew in the
 * middle of its lesson: the first burst meets it cold, those after it warm.
 */
public final class AcknowledgementBenchmark {
    private static final String FLOOR = "floor";
    private static final int WARM = 3;

    private AcknowledgementBenchmark() {}

    /** Prints a table, and each burst as a line of JSON. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        int rounds = 3;
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair[0].equals("rounds")) {
                rounds = Integer.parseInt(pair[1]);
            } else {
                contestants.put(pair[0], Contestant.program(Path.of(pair[1])));
            }
        }
        contestants.put(FLOOR, Contestant.floor());
        Map<String, List<Burst>> bursts = new LinkedHashMap<>();
        for (Contestant each : contestants.values()) {
            each.prepare();
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
                try (Contestant.Running running = each.getValue().start()) {
                    keep(bursts, each.getKey() + " cold", running.burst());
                    for (int warm = 0; warm < WARM; warm++) {
                        keep(bursts, each.getKey() + " warm", running.burst());
                    }
                }
            }
        }
        print(bursts);
        for (Contestant each : contestants.values()) {
            each.close();
        }
        System.exit(0);
    }

    private static void keep(Map<String, List<Burst>> bursts, String name, Burst burst) {
        bursts.computeIfAbsent(name, any -> new ArrayList<>()).add(burst);
        JsonObject line = new Gson().toJsonTree(burst).getAsJsonObject();
        line.addProperty("program", name);
        System.out.println(line);
    }

    private static void print(Map<String, List<Burst>> bursts) {
        System.out.printf(
                "%n%-16s %8s %8s %8s %8s %8s %8s %10s %10s%n",
                "median of", "bursts", "p50 ms", "p95 ms", "worst", ">1 s", ">3 s", "unsaved", "at most");
        bursts.forEach((name, all) -> System.out.printf(
                "%-16s %8d %8.0f %8.0f %8.0f %8.0f %8.0f %10.1f %10.0f%n",
                name,
                all.size(),
                median(all, Burst::p50),
                median(all, Burst::p95),
                all.stream().mapToDouble(Burst::worst).max().orElse(0),
                all.stream().mapToDouble(Burst::overOneSecond).sum(),
                all.stream().mapToDouble(Burst::overThreeSeconds).sum(),
                median(all, Burst::unsaved),
                median(all, Burst::unsavedAtMost)));
    }

    private static double median(List<Burst> all, ToDoubleFunction<Burst> of) {
        double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
