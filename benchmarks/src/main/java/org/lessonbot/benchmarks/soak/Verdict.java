package org.lessonbot.benchmarks.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * Says of everything that was sampled whether it grew, and whether that has a bound.
 *
 * <p>What has a bound grows until it is there: pools fill, caches, the compiler's notes. What leaks goes on as it began. So the
 * second half of the samples decides: by how much it rises from one to the next (the median of all slopes between two of them,
 * which one odd moment of rest does not move; P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of
 * the American Statistical Association 63, 1968). How high it stands decides nothing.
 */
final class Verdict {
    private static final String THREADS = "threads";

    /** What a figure may rise by from one moment of rest to the next: what each of them differs by anyway. */
    private static final Map<String, Double> MAY_RISE = Map.of(
            "heap, MB",
            2.0,
            "outside the heap, MB",
            4.0,
            THREADS,
            4.0,
            "sockets",
            4.0,
            "other open files",
            1.0,
            "connections to the database",
            1.0);

    /** Objects show what is too small for the heap's figure: one of these for every few acts. */
    private static final double NOTABLE = 200;

    /** What of objects' rise in the first half the second must have for them to count as still rising. */
    private static final double AS_BEFORE = 0.75;

    /** Whose objects have to have a bound. Those of Java and of other libraries belong to these. */
    private static final List<String> OURS = List.of("org.lessonbot.", "net.dv8tion.", "com.slack.");

    private static final int MOST_CLASSES = 12;

    private final List<Probe.Sample> samples;
    private final Map<String, Integer> pools;
    private final List<String> lines = new ArrayList<>();
    private boolean bounded = true;

    /**
     * @param samples one after each period, in the same state of rest; the first is when everything was warm
     * @param pools of threads that come and go: how many each may have, by their names
     */
    Verdict(List<Probe.Sample> samples, Map<String, Integer> pools) {
        this.samples = samples;
        this.pools = pools;
    }

    private Probe.Sample first() {
        return samples.get(0);
    }

    private Probe.Sample last() {
        return samples.get(samples.size() - 1);
    }

    Verdict figures() {
        first().figures().keySet().forEach(name -> {
            List<Double> course = samples.stream()
                    .map(sample ->
                            sample.figures().getOrDefault(name, 0.0) - (name.equals(THREADS) ? pooled(sample) : 0))
                    .toList();
            double rise = rise(secondHalf(course));
            boolean flat = rise <= MAY_RISE.getOrDefault(name, 0.0);
            say(flat, "%s: %s; %+.1f a period in the second half%s", name, said(course), rise, flat ? "" : " GROWS");
        });
        pools();
        return this;
    }

    private double pooled(Probe.Sample sample) {
        return pools.keySet().stream()
                .mapToDouble(pool -> sample.threads().getOrDefault(pool, 0.0))
                .sum();
    }

    /** Which threads there are more or fewer of than at first; those of pools come and go, and may not be more than these have. */
    private void pools() {
        var names = new TreeSet<>(first().threads().keySet());
        names.addAll(last().threads().keySet());
        for (String name : names) {
            List<Double> course = samples.stream()
                    .map(sample -> sample.threads().getOrDefault(name, 0.0))
                    .toList();
            Optional<Integer> most = Optional.ofNullable(pools.get(name));
            boolean over = most.isPresent() && Collections.max(course) > most.get();
            if (over || !course.get(0).equals(course.get(course.size() - 1))) {
                say(
                        !over,
                        "  threads named %s: %s%s%s",
                        name,
                        said(course),
                        most.map(bound -> " (a pool of " + bound + ")").orElse(""),
                        over ? " GROWS" : "");
            }
        }
    }

    /** The second half, and at least three. */
    static List<Double> secondHalf(List<Double> course) {
        return course.subList(Math.max(0, Math.min(course.size() / 2, course.size() - 3)), course.size());
    }

    /** From one to the next, as the median of the slopes between any two. */
    static double rise(List<Double> course) {
        double[] slopes = DoubleStream.iterate(0, from -> from < course.size(), from -> from + 1)
                .flatMap(from -> DoubleStream.iterate(from + 1, to -> to < course.size(), to -> to + 1)
                        .map(to -> (course.get((int) to) - course.get((int) from)) / (to - from)))
                .sorted()
                .toArray();
        int middle = slopes.length / 2;
        return slopes.length == 0
                ? 0
                : slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    private static String said(List<Double> course) {
        return String.join(
                ", ",
                course.stream()
                        .map(value -> String.format(Locale.ROOT, "%.0f", value))
                        .toList());
    }

    /**
     * What there was more of after every period than before, as fast in the second half as in the first: whose classes are ours or an
     * SDK's leak, unless they are known to be kept for a time or up to a number that this run is too short to see.
     *
     * @param held what is known of classes: by a part of their names, the bound in words
     */
    Verdict objects(Map<String, String> held) {
        last().objects().keySet().stream()
                .filter(name -> grewEachTime(name) && grewBy(name) >= NOTABLE)
                .sorted(Comparator.comparingDouble(this::grewBy).reversed())
                .filter(name -> isOurs(name) && isRising(name) || isAmongMost(name))
                .forEach(name -> {
                    String bound = held.entrySet().stream()
                            .filter(known -> name.contains(known.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("");
                    boolean leaks = isOurs(name) && isRising(name) && bound.isEmpty();
                    say(
                            !leaks,
                            "  more each time: %s, %s%s%s",
                            name,
                            said(counts(name)),
                            bound.isEmpty() ? "" : " (" + bound + ")",
                            leaks ? " GROWS" : "");
                });
        return this;
    }

    private static boolean isOurs(String name) {
        return OURS.stream().anyMatch(name::contains);
    }

    private boolean isAmongMost(String name) {
        return last().objects().keySet().stream()
                        .filter(other -> grewEachTime(other) && grewBy(other) > grewBy(name))
                        .count()
                < MOST_CLASSES;
    }

    private boolean isRising(String name) {
        List<Double> counts = counts(name);
        List<Double> firstHalf =
                counts.subList(0, counts.size() - secondHalf(counts).size() + 1);
        return rise(secondHalf(counts)) >= AS_BEFORE * rise(firstHalf);
    }

    private List<Double> counts(String name) {
        return samples.stream().map(sample -> (double) count(sample, name)).toList();
    }

    private boolean grewEachTime(String name) {
        for (int i = 1; i < samples.size(); i++) {
            if (count(samples.get(i), name) <= count(samples.get(i - 1), name)) {
                return false;
            }
        }
        return true;
    }

    private double grewBy(String name) {
        return count(last(), name) - count(first(), name);
    }

    private static long count(Probe.Sample sample, String name) {
        return sample.objects().getOrDefault(name, 0L);
    }

    /**
     * Rows grow with lessons. They have a bound if they are gone when the lessons are old enough.
     *
     * @param fresh what stood there before the first lesson
     * @param purged what still stands there after the last is too old to be kept
     */
    Verdict rows(Map<String, Double> fresh, Map<String, Double> purged) {
        last().rows().forEach((table, rows) -> {
            double left = purged.getOrDefault(table, 0.0);
            double before = fresh.getOrDefault(table, 0.0);
            boolean gone = left <= before + Soak.PLACES.getOrDefault(table, 0);
            say(
                    gone,
                    "rows of %s: %.0f at first, %.0f at the end, %.0f once they are too old to be kept%s",
                    table,
                    before,
                    rows,
                    left,
                    gone ? "" : " GROWS");
        });
        return this;
    }

    private void say(boolean fine, String line, Object... arguments) {
        bounded &= fine;
        lines.add(String.format(Locale.ROOT, line, arguments));
    }

    List<String> lines() {
        return lines;
    }

    boolean isBounded() {
        return bounded;
    }
}
