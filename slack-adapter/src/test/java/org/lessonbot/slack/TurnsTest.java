package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.PlatformException.RateLimited;

class TurnsTest {
    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.EPOCH;
    private final Turns turns = new Turns(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            MINUTE);

    private void waits(String line, String who, Duration time) {
        assertThatThrownBy(() -> turns.take(line, APART, 1, who))
                .asInstanceOf(InstanceOfAssertFactories.type(RateLimited.class))
                .extracting(RateLimited::after)
                .isEqualTo(time);
    }

    @Test
    void roomsAreServedInTheOrderInWhichTheyAsked() throws PlatformException {
        turns.take("edits", APART, 1, "a");
        waits("edits", "b", APART);
        waits("edits", "c", APART.multipliedBy(2));
        waits("edits", "a", APART.multipliedBy(3));

        now = now.plus(APART);
        waits("edits", "c", APART);
        turns.take("edits", APART, 1, "b");
        now = now.plus(APART);
        turns.take("edits", APART, 1, "c");
        waits("edits", "b", APART.multipliedBy(2));
    }

    @Test
    void linesDoNotWaitForEachOther() throws PlatformException {
        turns.take("edits in T1", APART, 1, "a");
        turns.take("edits in T2", APART, 1, "a");
        waits("edits in T1", "a", APART);
    }

    @Test
    void whoComesAfterAPauseNeedNotWait() throws PlatformException {
        turns.take("edits", APART, 1, "a");
        now = now.plus(APART);
        turns.take("edits", APART, 1, "a");
        assertThat(now).isEqualTo(Instant.EPOCH.plus(APART));
    }

    @Test
    void afterAPauseSomeTurnsFollowEachOtherAndNoMoreThanTheMinuteAllows() throws PlatformException {
        int taken = 0;
        for (Duration passed = Duration.ZERO;
                passed.compareTo(MINUTE) < 0;
                passed = passed.plus(Duration.ofMillis(100))) {
            taken += takes("room") ? 1 : 0;
            assertThat(taken).as("at once, after %s", passed).isLessThanOrEqualTo(3 + (int) passed.dividedBy(APART));
            now = now.plus(Duration.ofMillis(100));
        }
        assertThat(taken).isEqualTo(3 + (int) MINUTE.dividedBy(APART) - 1);
    }

    private boolean takes(String who) throws PlatformException {
        try {
            turns.take("edits", APART, 3, who);
            return true;
        } catch (RateLimited later) {
            return false;
        }
    }
}
