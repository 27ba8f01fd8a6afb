package org.lessonbot.report;

import java.util.OptionalDouble;

/**
 * How often the longer of two responses won. It matters because length alone can be much of what training on preferences
 * rewards (Singhal et al. 2023, arXiv 2310.03716).
 *
 * @param longer votes for the longer response
 * @param shorter votes for the shorter one; votes for neither, or between equally long ones, are left out
 */
public record LengthBias(long longer, long shorter) {

    /** Nothing voted yet: the start of a sum. */
    public static final LengthBias NONE = new LengthBias(0, 0);

    /** @throws IllegalArgumentException if a count is negative */
    public LengthBias {
        if (longer < 0 || shorter < 0) {
            throw new IllegalArgumentException("negative votes: " + longer + ", " + shorter);
        }
    }

    /**
     * One item.
     *
     * @param lengthOfA length in any unit, the same for both
     * @param lengthOfB length in that unit
     */
    public static LengthBias of(long lengthOfA, long lengthOfB, long votesForA, long votesForB) {
        if (lengthOfA == lengthOfB) {
            return NONE;
        }
        return lengthOfA > lengthOfB ? new LengthBias(votesForA, votesForB) : new LengthBias(votesForB, votesForA);
    }

    public LengthBias plus(LengthBias other) {
        return new LengthBias(longer + other.longer, shorter + other.shorter);
    }

    /** Share of decided votes that went to the longer response, 0 to 1; empty without any. */
    public OptionalDouble shareOfLonger() {
        return Share.of(longer, longer + shorter);
    }
}
