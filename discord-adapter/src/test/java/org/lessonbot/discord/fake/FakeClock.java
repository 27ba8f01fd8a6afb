package org.lessonbot.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Real time that a test can push ahead, so that nobody has to wait for a deadline to pass. */
final class FakeClock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    Instant now() {
        return Instant.now().plus(ahead.get());
    }

    void advance(Duration step) {
        ahead.updateAndGet(sofar -> sofar.plus(step));
    }
}
