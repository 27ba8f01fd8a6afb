package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);
    private final BlockingQueue<Long> turns = new LinkedBlockingQueue<>();
    private final Deque<Rhythm.Rest> rests = new ArrayDeque<>();
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void stop() {
        finish.countDown();
        threads.shutdownNow();
    }

    /** Each turn leaves the next of these behind. */
    private Rhythm rhythm(Rhythm.Rest... each) {
        rests.addAll(List.of(each));
        return new Rhythm(threads, () -> {
            turns.add(System.nanoTime());
            Rhythm.Rest rest = rests.poll();
            return rest == null ? Rhythm.Rest.pace(Duration.ZERO) : rest;
        });
    }

    private long turn() throws InterruptedException {
        @Nullable Long at = turns.poll(10, TimeUnit.SECONDS);
        assertThat(at).as("a turn").isNotNull();
        return at;
    }

    private void nothingMore() throws InterruptedException {
        assertThat(turns.poll(SHORT.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whatCanWaitKeepsThePace() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(SHORT));
        rhythm.ask(false);
        long first = turn();
        rhythm.ask(false);
        rhythm.ask(false);

        assertThat(Duration.ofNanos(turn() - first)).isGreaterThanOrEqualTo(SHORT);
        nothingMore();
    }

    @Test
    void whatIsUrgentDoesNotWaitForThePaceAndIsDoneOnce() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(LONG), Rhythm.Rest.pace(LONG));
        rhythm.ask(false);
        turn();
        rhythm.ask(false);
        nothingMore();

        rhythm.ask(true);

        turn();
        nothingMore();
    }

    @Test
    void nothingIsSoUrgentThatThePlatformIsNotLeftAloneWhenItAsks() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pause(SHORT));
        rhythm.ask(false);
        long refused = turn();
        rhythm.ask(true);

        assertThat(Duration.ofNanos(turn() - refused)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void whatWasNotDoneIsDoneLaterUnasked() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pause(Duration.ofMillis(1)), Rhythm.Rest.pause(Duration.ofMillis(1)));
        rhythm.ask(false);
        turn();
        turn();
        turn();
        nothingMore();
    }

    @Test
    void whatIsAskedDuringATurnIsDoneInTheNext() throws InterruptedException {
        Rhythm rhythm = new Rhythm(threads, () -> {
            turns.add(System.nanoTime());
            try {
                finish.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Rhythm.Rest.pace(Duration.ZERO);
        });
        rhythm.ask(false);
        turn();
        rhythm.ask(true);
        nothingMore();

        finish.countDown();

        turn();
        nothingMore();
    }

    @Test
    void aTurnThatBreaksDoesNotEndTheRhythm() throws InterruptedException {
        Rhythm rhythm = new Rhythm(threads, () -> {
            turns.add(System.nanoTime());
            throw new AssertionError("broken");
        });
        rhythm.ask(false);
        turn();
        rhythm.ask(false);
        turn();
    }

    @Test
    void itRestsWhenNothingIsToBeWaitedForAndNotBefore() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(SHORT), Rhythm.Rest.pause(LONG));
        assertThat(rhythm.rests()).isTrue();
        rhythm.ask(false);
        assertThat(rhythm.rests()).isFalse();
        turn();
        assertThat(rhythm.rests()).as("a pace is kept").isFalse();
        rhythm.ask(false);
        turn();
        nothingMore();
        assertThat(rhythm.rests()).as("what was not done is to be done").isFalse();
    }

    @Test
    void itRestsOnceThePaceWasKept() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pace(SHORT));
        rhythm.ask(false);
        turn();
        nothingMore();
        long begun = System.nanoTime();
        while (!rhythm.rests() && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10)) {
            Thread.onSpinWait();
        }
        assertThat(rhythm.rests()).isTrue();
    }

    @Test
    void whatFailedIsTriedAtOnceWhenItMayWorkAgain() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.failure(LONG));
        rhythm.ask(false);
        turn();
        rhythm.again();

        turn();
    }

    @Test
    void whatComesBackWhileItStillFailsIsTriedAtOnceToo() throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        Rhythm[] one = new Rhythm[1];
        one[0] = new Rhythm(threads, () -> {
            turns.add(System.nanoTime());
            one[0].again();
            return back.getCount() == 0 ? Rhythm.Rest.pace(Duration.ZERO) : failing(back);
        });
        one[0].ask(false);

        turn();
        turn();
    }

    private static Rhythm.Rest failing(CountDownLatch back) {
        back.countDown();
        return Rhythm.Rest.failure(LONG);
    }

    @Test
    void whoAsksForPatienceHasItWhateverElseWorksAgain() throws InterruptedException {
        Rhythm rhythm = rhythm(Rhythm.Rest.pause(LONG));
        rhythm.ask(false);
        turn();
        rhythm.again();

        nothingMore();
    }
}
