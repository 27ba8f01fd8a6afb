package org.lessonbot.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How votes changed between a first vote and the vote again after talking to the partner.
 *
 * @param revotes for each first vote, what those people voted the second time
 */
public record Shift<A>(Map<A, Tally<A>> revotes) {

    public Shift {
        revotes = Collections.unmodifiableMap(new LinkedHashMap<>(revotes));
    }

    /** Only people who voted both times count: who did not vote again has not said that they stay. */
    public static <P, A> Shift<A> between(Map<P, A> votes, Map<P, A> revotes) {
        Map<A, Tally<A>> moves = new LinkedHashMap<>();
        votes.forEach((person, vote) -> {
            A revote = revotes.get(person);
            if (revote != null) {
                moves.merge(vote, new Tally<>(Map.of(revote, 1L)), Tally::plus);
            }
        });
        return new Shift<>(moves);
    }

    /** How many went from one answer to the other, or stayed if both are the same. */
    public long count(A from, A to) {
        return revotes.getOrDefault(from, Tally.empty()).count(to);
    }

    public long total() {
        return revotes.values().stream().mapToLong(Tally::total).sum();
    }

    public long stayed() {
        return revotes.keySet().stream().mapToLong(vote -> count(vote, vote)).sum();
    }

    public long moved() {
        return total() - stayed();
    }
}
