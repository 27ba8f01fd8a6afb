package org.lessonbot.report;

import java.util.OptionalDouble;

/** A part of a whole that may be nothing. */
public final class Share {

    private Share() {}

    /** {@code part / whole}, or empty when the whole is 0. */
    static OptionalDouble of(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    /** A share in whole per cent, as people read it: 0 to 100 of 0 to 1. */
    public static long percent(double share) {
        return Math.round(share * 100);
    }
}
