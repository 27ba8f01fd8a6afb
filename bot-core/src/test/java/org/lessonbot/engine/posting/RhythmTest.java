package org.lessonbot.engine.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;

class RhythmTest {
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final DrivenTime time = DrivenTime.standing();
    private final ScheduledExecutorService threads = time.threads("rhythm", 2);
    /** When each turn began. */
    private final List<Long> turns = new CopyOnWriteArrayList<>();

    private final Deque<Rhythm.Rest> rests = new ArrayDeque<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Each turn leaves the next of these behind. */
    private Rhythm rhythm(Rhythm.Rest... each) {
        rests.addAll(List.of(each));
        return new Rhythm(time, threads, () -> {
            turns.add(time.nanos());
            Rhythm.Rest rest = rests.poll();
            return rest == null ? Rhythm.Rest.pace(Duration.ZERO) : rest;
        });
    }

    /** How many turns there were when all that is due is done. */
    private int turns() {
        time.settle();
        return turns.size();
    }

    private int turnsAfter(Duration pause) {
        time.advance(pause);
        return turns();
    }

    @Test
    void whatCanWaitKeepsThePaceAndIsDoneOnce() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(WHILE));
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);
        rhythm.ask(false);
        rhythm.ask(false);

        assertThat(turnsAfter(WHILE.minus(MOMENT))).isEqualTo(1);
        assertThat(turnsAfter(MOMENT)).isEqualTo(2);
        assertThat(turnsAfter(WHILE)).isEqualTo(2);
    }

    @Test
    void whatIsUrgentDoesNotWaitForThePaceAndIsDoneOnce() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(WHILE), Rhythm.Rest.pace(WHILE));
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);

        rhythm.ask(true);

        assertThat(turns()).isEqualTo(2);
        assertThat(turnsAfter(WHILE.multipliedBy(2))).isEqualTo(2);
    }

    @Test
    void nothingIsSoUrgentThatThePlatformIsNotLeftAloneWhenItAsks() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pause(WHILE));
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);
        rhythm.ask(true);

        assertThat(turnsAfter(WHILE.minus(MOMENT))).isEqualTo(1);
        assertThat(turnsAfter(MOMENT)).isEqualTo(2);
    }

    @Test
    void whatWasNotDoneIsDoneLaterUnasked() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pause(MOMENT), Rhythm.Rest.pause(WHILE));
        rhythm.ask(false);

        time.advance(WHILE.multipliedBy(3));

        assertThat(turns)
                .containsExactly(0L, MOMENT.toNanos(), WHILE.plus(MOMENT).toNanos());
    }

    @Test
    void whatIsAskedDuringATurnIsDoneInTheNext() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Rhythm rhythm = new Rhythm(time, threads, () -> {
            turns.add(time.nanos());
            begun.countDown();
            try {
                finish.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Rhythm.Rest.pace(Duration.ZERO);
        });
        rhythm.ask(false);
        begun.await();
        rhythm.ask(true);
        assertThat(turns).hasSize(1);

        finish.countDown();

        assertThat(turns()).isEqualTo(2);
    }

    @Test
    void aTurnThatBreaksDoesNotEndTheRhythm() {
        Rhythm rhythm = new Rhythm(time, threads, () -> {
            turns.add(time.nanos());
            throw new AssertionError("broken");
        });
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(2);
    }

    @Test
    void itRestsWhenNothingIsToBeWaitedForAndNotBefore() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(WHILE), Rhythm.Rest.pause(WHILE));
        assertThat(rhythm.rests()).isTrue();
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);
        assertThat(rhythm.rests()).as("a pace is kept").isFalse();
        rhythm.ask(false);
        assertThat(rhythm.rests()).as("something is asked for").isFalse();
        assertThat(turnsAfter(WHILE)).isEqualTo(2);
        assertThat(rhythm.rests()).as("what was not done is to be done").isFalse();
        assertThat(turnsAfter(WHILE)).isEqualTo(3);
        assertThat(rhythm.rests()).isTrue();
    }

    @Test
    void itRestsOnceThePaceWasKept() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(WHILE));
        rhythm.ask(false);
        assertThat(turnsAfter(WHILE.minus(MOMENT))).isEqualTo(1);
        assertThat(rhythm.rests()).isFalse();

        time.advance(MOMENT);

        assertThat(rhythm.rests()).isTrue();
    }

    @Test
    void whatFailedIsTriedAtOnceWhenItMayWorkAgain() {
        Rhythm rhythm = rhythm(Rhythm.Rest.failure(WHILE));
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);

        rhythm.again();

        assertThat(turns()).isEqualTo(2);
    }

    @Test
    void whatComesBackWhileItStillFailsIsTriedAtOnceToo() {
        Rhythm[] one = new Rhythm[1];
        one[0] = new Rhythm(time, threads, () -> {
            turns.add(time.nanos());
            one[0].again();
            return turns.size() == 1 ? Rhythm.Rest.failure(WHILE) : Rhythm.Rest.pace(Duration.ZERO);
        });

        one[0].ask(false);

        assertThat(turns()).isEqualTo(2);
    }

    @Test
    void whoAsksForPatienceHasItWhateverElseWorksAgain() {
        Rhythm rhythm = rhythm(Rhythm.Rest.pause(WHILE));
        rhythm.ask(false);
        assertThat(turns()).isEqualTo(1);

        rhythm.again();

        assertThat(turns()).isEqualTo(1);
    }
}
