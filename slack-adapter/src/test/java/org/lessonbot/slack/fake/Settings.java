package org.lessonbot.slack.fake;

import java.time.Duration;

/**
 * How patient this Slack is.
 *
 * @param ackWithin how long an event may wait for its acknowledgement, 3 s on the real one; shorter makes tests of
 *     slow handlers quick
 * @param quotas whether Slack's rate limits hold; the real ones always do
 * @param patience how long a test waits for something to happen before it fails
 */
public record Settings(Duration ackWithin, boolean quotas, Duration patience) {
    /** Slack's own limits. */
    public static final Settings REAL = new Settings(Duration.ofSeconds(3), true, Duration.ofSeconds(15));

    /** These settings with another deadline for acknowledgements. */
    public Settings ackWithin(Duration deadline) {
        return new Settings(deadline, quotas, patience);
    }

    /** These settings without rate limits. */
    public Settings withoutQuotas() {
        return new Settings(ackWithin, false, patience);
    }
}
