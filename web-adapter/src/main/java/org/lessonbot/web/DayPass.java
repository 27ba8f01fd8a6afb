package org.lessonbot.web;

import java.time.Clock;
import java.time.Duration;

/** Addresses that are good for one thing, for a day. */
final class DayPass {
    private static final Duration DAY = Duration.ofDays(1);

    private final Seal seal;
    private final String purpose;
    private final Clock clock;

    /** @param purpose what it is good for: a pass for one purpose is worth nothing for another */
    DayPass(Seal seal, String purpose, Clock clock) {
        this.seal = seal;
        this.purpose = purpose;
        this.clock = clock;
    }

    /** The end of an address: {@code thing/until/mark}. */
    String to(String thing) {
        String what = thing + "/" + clock.instant().plus(DAY).getEpochSecond();
        return what + "/" + seal.mark(purpose, what);
    }

    /** Whether this pass was given out less than a day ago. */
    boolean admits(String thing, String until, String mark) {
        return until.matches("\\d{1,12}")
                && seal.fits(purpose, thing + "/" + until, mark)
                && clock.instant().getEpochSecond() < Long.parseLong(until);
    }
}
