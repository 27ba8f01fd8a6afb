package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> by = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private final Turns<String> turns = new Turns<>("turns", 3, turn -> {
        by.add(Thread.currentThread());
        done.add(turn);
        if (turn.contains("long")) {
            begun.countDown();
            await(go);
        }
    });

    @Test
    void whoeverComesAloneAndMayWaitDoesItThemselves() {
        assertThat(turns.offerOrDo("alone")).isTrue();
        assertThat(done).containsExactly(List.of("alone"));
        assertThat(by).containsExactly(Thread.currentThread());
        turns.close();
    }

    @Test
    void whateverComesWhileATurnIsUnderWayIsDoneInItsOrderAndNeverByTheCaller() {
        turns.offer("long");
        await(begun);
        for (String one : List.of("a", "b", "c", "d")) {
            assertThat(turns.offerOrDo(one)).isTrue();
        }
        go.countDown();
        turns.close();
        assertThat(done).containsExactly(List.of("long"), List.of("a", "b", "c"), List.of("d"));
        assertThat(by).doesNotContain(Thread.currentThread());
    }

    @Test
    void whatSomebodyDoesThemselvesHoldsTheOthersUp() {
        Thread caller = new Thread(() -> turns.offerOrDo("long"));
        caller.start();
        await(begun);
        turns.offer("a");
        turns.offer("b");
        go.countDown();
        turns.close();
        assertThat(done).containsExactly(List.of("long"), List.of("a", "b"));
        assertThat(by.get(0)).isSameAs(caller);
    }

    @Test
    void aTurnThatFailsEndsToo() {
        Turns<String> failing = new Turns<>("failing", 3, turn -> {
            done.add(turn);
            throw new IllegalStateException("a turn that fails on purpose");
        });
        failing.offerOrDo("a");
        failing.offerOrDo("b");
        failing.close();
        assertThat(done).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void onceClosedNothingMoreIsTaken() {
        turns.close();
        assertThat(turns.offer("late")).isFalse();
        assertThat(turns.offerOrDo("late")).isFalse();
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
