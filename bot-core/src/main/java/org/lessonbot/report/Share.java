package org.lessonbot.report;

import java.util.OptionalDouble;

/** A part of a whole that may be nothing. */
final class Share {

    private Share() {}

    /** {@code part / whole}, or empty when the whole is 0. */
    static OptionalDouble of(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
