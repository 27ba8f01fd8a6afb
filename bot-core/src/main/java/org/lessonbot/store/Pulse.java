package org.lessonbot.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this process stood still: it was stopped, or its computer was. What it had in its hands then, and what has piled up at
 * its doors since, is old: people gave up on it, and may have done something else by another instance. So nothing is written until
 * all of that is worked off; people are told that it did not count.
 *
 * <p>By the time that passes for the machine, whatever its clock says. Safe for any thread.
 */
final class Pulse implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final int BEATS = 20;

    private final long still;
    private final LongSupplier nanos;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pulse");
        thread.setDaemon(true);
        return thread;
    });
    private long beat;
    private long workedOff;

    /** @param still whoever did not move for longer stood still; what piled up is worked off in half of that */
    Pulse(Duration still) {
        this(still, System::nanoTime);
        var unused = beats.scheduleWithFixedDelay(
                this::isSteady, 0, still.dividedBy(BEATS).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One that beats only when it is asked, by a time of one's own in nanoseconds. */
    Pulse(Duration still, LongSupplier nanos) {
        this.still = still.toNanos();
        this.nanos = nanos;
        this.beat = nanos.getAsLong();
        this.workedOff = beat;
    }

    /** @throws SQLException if what is done now may be old */
    void check() throws SQLException {
        if (!isSteady()) {
            throw new SQLTransientConnectionException("this process stood still, and what was done meanwhile is old");
        }
    }

    private synchronized boolean isSteady() {
        long now = nanos.getAsLong();
        long since = now - beat;
        beat = now;
        if (since > still) {
            log.warn(
                    "this process stood still for {} s: what people did meanwhile does not count",
                    since / 1_000_000_000);
            workedOff = now + still / 2;
        }
        return now - workedOff >= 0;
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
