package org.lessonbot.picture;

/** Where a number probably is, in its own unit. */
public record Range(double low, double high) {
    /** @throws IllegalArgumentException unless {@code low} is a number and not above {@code high} */
    public Range {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("from " + low + " to " + high);
        }
    }
}
