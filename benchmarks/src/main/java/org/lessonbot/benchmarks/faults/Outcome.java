package org.lessonbot.benchmarks.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen of one kind of fault, over all times that it was made: a row of the table. */
final class Outcome {
    private final String fault;
    private int runs;
    private int told;
    private int refused;
    private final List<String> wrong = new ArrayList<>();
    private final List<Duration> heard = new ArrayList<>();
    private final List<Duration> right = new ArrayList<>();

    Outcome(String fault) {
        this.fault = fault;
    }

    void ran(Burst burst) {
        runs++;
        told += burst.told();
        refused += burst.refused();
    }

    void wrong(String what) {
        System.err.println("  WRONG: " + fault + ": " + what);
        wrong.add(what);
    }

    /** How long after its start, or after a fault's end, people were heard again. */
    void heard(Duration after) {
        heard.add(after);
    }

    /** How long after that every post was as it should be. */
    void right(Duration after) {
        right.add(after);
    }

    /** All of it in one line, for {@link #add}. */
    String line() {
        return String.join(
                "\t",
                List.of(
                        Integer.toString(runs),
                        Integer.toString(told),
                        Integer.toString(refused),
                        millis(heard),
                        millis(right),
                        String.join("; ", wrong).replaceAll("\\s+", " ")));
    }

    /** Counts what was seen another time, perhaps by another process. */
    void add(String line) {
        String[] parts = line.split("\t", -1);
        runs += Integer.parseInt(parts[0]);
        told += Integer.parseInt(parts[1]);
        refused += Integer.parseInt(parts[2]);
        heard.addAll(durations(parts[3]));
        right.addAll(durations(parts[4]));
        if (!parts[5].isEmpty()) {
            wrong.add(parts[5]);
        }
    }

    private static String millis(List<Duration> all) {
        return all.stream().map(each -> Long.toString(each.toMillis())).collect(Collectors.joining(" "));
    }

    private static List<Duration> durations(String millis) {
        return millis.isEmpty()
                ? List.of()
                : Stream.of(millis.split(" ", -1))
                        .map(each -> Duration.ofMillis(Long.parseLong(each)))
                        .toList();
    }

    static String header() {
        return "| Fault | times | told that it counted | told that it did not | wrong | heard again after, s (median, worst) "
                + "| posts right after that, s (median, worst) |\n|---|---:|---:|---:|---:|---:|---:|";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %d | %s | %s |",
                fault,
                runs,
                told,
                refused,
                wrong.size(),
                seconds(heard),
                seconds(right));
    }

    boolean isClean() {
        return wrong.isEmpty();
    }

    private static String seconds(List<Duration> all) {
        if (all.isEmpty()) {
            return "–";
        }
        List<Duration> sorted = all.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f",
                sorted.get(sorted.size() / 2).toMillis() / 1e3,
                sorted.get(sorted.size() - 1).toMillis() / 1e3);
    }
}
