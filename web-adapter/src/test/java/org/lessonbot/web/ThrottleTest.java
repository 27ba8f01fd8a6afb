package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private Instant now = Samples.NOON;
    private final Throttle throttle = new Throttle(3, 2, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aBurstIsAdmittedAndThenNoMore() {
        assertThat(admitted("ana", 5)).isEqualTo(3);
    }

    @Test
    void oneWhoAsksTooMuchDoesNotDisturbAnother() {
        admitted("ana", 5);

        assertThat(admitted("bo", 1)).isEqualTo(1);
    }

    @Test
    void timeGivesNewTokensUpToABurst() {
        admitted("ana", 5);
        now = now.plusMillis(1_000);
        assertThat(admitted("ana", 5)).isEqualTo(2);

        now = now.plusSeconds(3_600);
        assertThat(admitted("ana", 5)).isEqualTo(3);
    }

    private long admitted(String key, int times) {
        return IntStream.range(0, times).filter(i -> throttle.admits(key)).count();
    }
}
