package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that was stopped and goes on: what it has in its hands is old. */
class PulseTest {
    private long seconds = 1_000;
    private final Pulse pulse =
            new Pulse(Duration.ofSeconds(10), () -> Duration.ofSeconds(seconds).toNanos());

    @AfterEach
    void close() {
        pulse.close();
    }

    @Test
    void whoMovesNowAndThenMayWrite() {
        after(10);
        after(9);
    }

    @Test
    void whoStoodStillMayNotWriteUntilWhatPiledUpIsWorkedOff() {
        seconds += 40;
        assertThatThrownBy(pulse::check).isInstanceOf(SQLException.class).hasMessageContaining("stood still");
        seconds += 4;
        assertThatThrownBy(pulse::check).isInstanceOf(SQLException.class);
        after(1);
        after(10);
    }

    private void after(int more) {
        seconds += more;
        assertThatCode(pulse::check).doesNotThrowAnyException();
    }
}
