package org.lessonbot.benchmarks.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says of everything that was sampled whether it grew, and whether that has a bound. */
final class Verdict {
    /** What a figure may differ by between two moments of rest: pools fill up, and the compiler keeps notes. */
    private static final Map<String, Double> MAY_DIFFER = Map.of(
            "heap, MB", 12.0,
            "outside the heap, MB", 40.0,
            "threads", 12.0,
            "sockets", 12.0,
            "other open files", 6.0,
            "connections to the database", 8.0);

    private static final int MOST_CLASSES = 12;
    private static final double NOTABLE = 200;

    private final List<Probe.Sample> samples;
    private final List<String> lines = new ArrayList<>();
    private boolean bounded = true;

    /** @param samples one after each period, in the same state of rest; the first is when everything was warm */
    Verdict(List<Probe.Sample> samples) {
        this.samples = samples;
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
                    .map(sample -> sample.figures().getOrDefault(name, 0.0))
                    .toList();
            // Pools fill, and caches until they are full: what has a bound does not grow on in the second half.
            double before = Collections.max(course.subList(0, (course.size() + 1) / 2));
            double grew = course.get(course.size() - 1) - before;
            boolean flat = grew <= MAY_DIFFER.getOrDefault(name, 0.0);
            say(flat, "%s: %s%s", name, said(course), flat ? "" : " GROWS");
        });
        return this;
    }

    private static String said(List<Double> course) {
        return String.join(
                ", ",
                course.stream()
                        .map(value -> String.format(Locale.ROOT, "%.0f", value))
                        .toList());
    }

    /** What there was more of after every period than before: where to look if memory grows. */
    Verdict objects() {
        last().objects().keySet().stream()
                .filter(name -> grewEachTime(name) && grewBy(name) >= NOTABLE)
                .sorted(Comparator.comparingDouble(this::grewBy).reversed())
                .limit(MOST_CLASSES)
                .forEach(name ->
                        say(true, "  more each time: %s, %d to %d", name, count(first(), name), count(last(), name)));
        return this;
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
