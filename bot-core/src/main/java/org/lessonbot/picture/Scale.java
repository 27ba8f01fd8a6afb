package org.lessonbot.picture;

/**
 * The scale along which bars are drawn, in their unit.
 *
 * @param low where it begins
 * @param high where it ends
 * @param from where bars begin: at its low end for parts of a whole, in its middle for what may be more or less than that
 * @param line where a thin line crosses all bars, or {@link Double#NaN} for none
 * @param lineSays what the line means; empty for none
 */
public record Scale(double low, double high, double from, double line, String lineSays) {
    /** @throws IllegalArgumentException unless {@code low} is below {@code high}, and the rest between them */
    public Scale {
        boolean fits = low < high && low <= from && from <= high && high - low < Double.POSITIVE_INFINITY;
        if (!fits || !Double.isNaN(line) && !(low <= line && line <= high)) {
            throw new IllegalArgumentException(low + " to " + high + " from " + from + ", line at " + line);
        }
    }

    /** Parts of a whole, 0 to 1. */
    public static Scale parts() {
        return new Scale(0, 1, 0, Double.NaN, "");
    }

    /** Parts of a whole with a line at one of them. */
    public static Scale parts(double line, String says) {
        return new Scale(0, 1, 0, line, says);
    }

    /** Chances, 0 to 1, each drawn from one half, where it makes no difference. */
    public static Scale chances(String halfSays) {
        return new Scale(0, 1, 0.5, 0.5, halfSays);
    }

    boolean hasLine() {
        return !Double.isNaN(line);
    }

    /** Where a number is, 0 at the beginning and 1 at the end. */
    double at(double number) {
        return (number - low) / (high - low);
    }

    boolean contains(double number) {
        return low <= number && number <= high;
    }
}
