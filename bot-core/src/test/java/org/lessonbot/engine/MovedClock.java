package org.lessonbot.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on as clocks do, from a moment of the test's, and can be moved. One that stood would hold up db-scheduler, which waits by it. */
public final class MovedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    public MovedClock(Instant now) {
        moveTo(now);
    }

    public void move(Duration by) {
        ahead = ahead.plus(by);
    }

    public void moveTo(Instant then) {
        ahead = Duration.between(Instant.now(), then);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
