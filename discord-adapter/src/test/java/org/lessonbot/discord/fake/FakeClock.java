package org.lessonbot.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands until a test pushes it ahead: nobody waits for a deadline to pass, and none passes because a machine is slow. */
final class FakeClock {
    private final InstantSource machine;
    private final Instant begin;
    private Duration ahead = Duration.ZERO;

    FakeClock(InstantSource machine) {
        this.machine = machine;
        this.begin = machine.instant();
    }

    synchronized Instant now() {
        return begin.plus(ahead);
    }

    /** The same for what JDA holds against the machine's clock, which nobody can drive: it takes what is of long ago for expired. */
    synchronized Instant asTheMachineCounts() {
        return machine.instant().plus(ahead);
    }

    synchronized void advance(Duration step) {
        ahead = ahead.plus(step);
    }
}
