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

    private Instant now = Instant.EPOCH;
    private final Turns turns = new Turns(new Clock() {
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
    });

    private void waits(String line, String who, Duration time) {
        assertThatThrownBy(() -> turns.take(line, APART, who))
                .asInstanceOf(InstanceOfAssertFactories.type(RateLimited.class))
                .extracting(RateLimited::after)
                .isEqualTo(time);
    }

    @Test
    void roomsAreServedInTheOrderInWhichTheyAsked() throws PlatformException {
        turns.take("edits", APART, "a");
        waits("edits", "b", APART);
        waits("edits", "c", APART.multipliedBy(2));
        waits("edits", "a", APART.multipliedBy(3));

        now = now.plus(APART);
        waits("edits", "c", APART);
        turns.take("edits", APART, "b");
        now = now.plus(APART);
        turns.take("edits", APART, "c");
        waits("edits", "b", APART.multipliedBy(2));
    }

    @Test
    void linesDoNotWaitForEachOther() throws PlatformException {
        turns.take("edits in T1", APART, "a");
        turns.take("edits in T2", APART, "a");
        waits("edits in T1", "a", APART);
    }

    @Test
    void whoComesAfterAPauseNeedNotWait() throws PlatformException {
        turns.take("edits", APART, "a");
        now = now.plus(APART);
        turns.take("edits", APART, "a");
        assertThat(now).isEqualTo(Instant.EPOCH.plus(APART));
    }
}
