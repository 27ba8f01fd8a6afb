package org.lessonbot.discord.fake;

import java.time.Duration;
import java.time.Instant;

/** Stands until a test pushes it ahead: nobody waits for a deadline to pass, and none passes because a machine is slow. */
final class FakeClock {
    private Instant now = Instant.now();

    synchronized Instant now() {
        return now;
    }

    synchronized void advance(Duration step) {
        now = now.plus(step);
    }
}
