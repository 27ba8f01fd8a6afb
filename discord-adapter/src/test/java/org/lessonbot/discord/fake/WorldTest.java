package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.junit.jupiter.api.Test;

class WorldTest {
    private Instant machine = Instant.parse("2026-12-01T08:00:00Z");
    private final World world = new World(() -> machine);

    /** By its id JDA tells how old an interaction is, however long the tests of one stand-in run. */
    @Test
    void idsAreOfTheMachinesTimeAndDeadlinesStand() {
        Instant begin = world.now();

        machine = machine.plus(Duration.ofMinutes(20));

        assertThat(idNow()).isEqualTo(machine);
        assertThat(world.now()).isEqualTo(begin);
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(idNow()).isEqualTo(machine.plus(Duration.ofMinutes(1)));
        assertThat(world.now()).isEqualTo(begin.plus(Duration.ofMinutes(1)));
    }

    @Test
    void noTwoIdsAreOfOneMillisecondAndNoneIsBeforeAnother() {
        Instant first = idNow();
        assertThat(idNow()).isEqualTo(first.plusMillis(1));
        machine = machine.minus(Duration.ofMinutes(1));
        assertThat(idNow()).isEqualTo(first.plusMillis(2));
    }

    private Instant idNow() {
        return TimeUtil.getTimeCreated(Long.parseLong(world.nextId())).toInstant();
    }
}
