package org.lessonbot.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a value fared in all votes it stood in. A tie, "too close to call", counts as half a win; how many there were
 * stays visible.
 *
 * @param wins votes for it
 * @param losses votes for its opponents
 * @param ties votes for neither
 */
public record WinRate(long wins, long losses, long ties) {

    /** @throws IllegalArgumentException if a count is negative */
    public WinRate {
        if (wins < 0 || losses < 0 || ties < 0) {
            throw new IllegalArgumentException("negative votes: " + wins + ", " + losses + ", " + ties);
        }
    }

    public WinRate plus(WinRate other) {
        return new WinRate(wins + other.wins, losses + other.losses, ties + other.ties);
    }

    public long votes() {
        return wins + losses + ties;
    }

    /** (wins + ties / 2) / votes, 0 to 1; empty without votes. */
    public OptionalDouble share() {
        return Share.of(points(), votes());
    }

    /**
     * 95 % interval of the share; empty without votes. It speaks of other voters on the same items: votes of one
     * person or on one item are not independent, and other items may turn out otherwise.
     */
    public Optional<WilsonInterval> interval() {
        return WilsonInterval.of(points(), votes());
    }

    private double points() {
        return wins + ties / 2.0;
    }
}
