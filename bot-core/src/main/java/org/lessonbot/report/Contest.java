package org.lessonbot.report;

/**
 * Votes for one value against another, over one or more items.
 *
 * @param firstWins votes for the first
 * @param secondWins votes for the second
 * @param ties votes for "too close to call"
 */
public record Contest<V>(V first, V second, long firstWins, long secondWins, long ties) {

    /** @throws IllegalArgumentException if a count is negative or a value meets itself */
    public Contest {
        if (firstWins < 0 || secondWins < 0 || ties < 0) {
            throw new IllegalArgumentException("negative votes: " + firstWins + ", " + secondWins + ", " + ties);
        }
        if (first.equals(second)) {
            throw new IllegalArgumentException(first + " against itself");
        }
    }

    public long votes() {
        return firstWins + secondWins + ties;
    }
}
