package org.lessonbot.app.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. */
public final class MovedClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    public MovedClock(Instant now) {
        this.now = now;
        this.zone = ZoneOffset.UTC;
    }

    void moveTo(Instant then) {
        now = then;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Nobody needs it: whose zone matters says so where it matters. */
    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }
}
