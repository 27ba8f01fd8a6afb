package org.lessonbot.report;

import java.util.OptionalDouble;

/**
 * Whether the response shown as A wins because it is A. Sides are shuffled, so without bias A wins half the time;
 * but once for the whole class, so it means something over many rounds and little over one.
 *
 * @param a votes for A
 * @param b votes for B; votes for neither say nothing about position and are left out
 */
public record PositionBias(long a, long b) {

    /** Nothing voted yet: the start of a sum. */
    public static final PositionBias NONE = new PositionBias(0, 0);

    /** @throws IllegalArgumentException if a count is negative */
    public PositionBias {
        if (a < 0 || b < 0) {
            throw new IllegalArgumentException("negative votes: " + a + ", " + b);
        }
    }

    public PositionBias plus(PositionBias other) {
        return new PositionBias(a + other.a, b + other.b);
    }

    /** Share of decided votes that went to A, 0 to 1; empty without any. */
    public OptionalDouble shareOfA() {
        return Share.of(a, a + b);
    }
}
