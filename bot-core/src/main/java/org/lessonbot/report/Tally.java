package org.lessonbot.report;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many gave each answer to one item. Whoever did not answer is not in it.
 *
 * <p>Answers keep the order in which they were first given; an answer nobody gave is left out.
 *
 * @param counts how many gave each answer, each at least 1
 */
public record Tally<A>(Map<A, Long> counts) {

    /** @throws IllegalArgumentException if a count is negative */
    public Tally {
        Map<A, Long> given = new LinkedHashMap<>();
        counts.forEach((answer, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("negative count " + count + " of " + answer);
            }
            if (count > 0) {
                given.put(answer, count);
            }
        });
        counts = Collections.unmodifiableMap(given);
    }

    public static <A> Tally<A> of(Collection<? extends A> answers) {
        Map<A, Long> counts = new LinkedHashMap<>();
        answers.forEach(answer -> counts.merge(answer, 1L, Long::sum));
        return new Tally<>(counts);
    }

    public static <A> Tally<A> empty() {
        return new Tally<>(Map.of());
    }

    public long count(A answer) {
        return counts.getOrDefault(answer, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Tally<A> plus(Tally<? extends A> other) {
        Map<A, Long> sum = new LinkedHashMap<>(counts);
        other.counts().forEach((answer, count) -> sum.merge(answer, count, Long::sum));
        return new Tally<>(sum);
    }

    /** Unordered pairs of people who answered. */
    long pairs() {
        return pairsAmong(total());
    }

    /** Unordered pairs of people who gave the same answer. */
    long agreeingPairs() {
        return counts.values().stream().mapToLong(Tally::pairsAmong).sum();
    }

    private static long pairsAmong(long people) {
        return people * (people - 1) / 2;
    }
}
