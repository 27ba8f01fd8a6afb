package org.lessonbot.slack.fake;

import java.time.Duration;

/**
 * How patient this Slack is.
 *
 * @param ackWithin how long an event may wait for its acknowledgement, 3 s on the real one; shorter makes tests of
 *     slow handlers quick
 * @param triggersLast how long a trigger id can be used, 3 s on the real one
 * @param minute by which rate limits are counted: shorter in tests that would only wait for it to pass
 * @param patience how long a test waits for something to happen before it fails
 */
public record Settings(Duration ackWithin, Duration triggersLast, Duration minute, Duration patience) {
    /** Slack's own limits. */
    public static final Settings REAL =
            new Settings(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofSeconds(15));

    /** These settings with another deadline for acknowledgements. */
    public Settings ackWithin(Duration deadline) {
        return new Settings(deadline, triggersLast, minute, patience);
    }

    /** These settings with another life of trigger ids, for tests that a busy machine must not fail. */
    public Settings triggersLast(Duration life) {
        return new Settings(ackWithin, life, minute, patience);
    }

    /** These settings with as many calls in this time as the real ones allow in a minute. */
    public Settings minute(Duration time) {
        return new Settings(ackWithin, triggersLast, time, patience);
    }

    /** These settings with tests that wait so long. */
    public Settings patience(Duration time) {
        return new Settings(ackWithin, triggersLast, minute, time);
    }
}
