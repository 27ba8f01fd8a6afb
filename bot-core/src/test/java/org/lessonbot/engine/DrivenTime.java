package org.lessonbot.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Time that no test has to wait for. It stands while anything is done in it, so it passes no faster on a busy machine; it is
 * moved by {@link #advance}, or leaps by itself to what is to be done next once nothing is left to do before that.
 */
public final class DrivenTime implements Time {
    /** What comes again and again is no reason to leap at once, or time would race; it comes this often in real time. */
    private static final Duration PULSE = Duration.ofMillis(20);
    /** Far more than anything takes on the busiest machine: only what hangs is ended by it. */
    public static final Duration HANGS = Duration.ofMinutes(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final boolean leaps;
    private final PriorityQueue<Task<?>> waiting = new PriorityQueue<>(
            Comparator.comparingLong((Task<?> task) -> task.due).thenComparingLong(task -> task.number));
    private long now;
    private long numbers;
    private int busy;
    private boolean pulses;
    /** What comes again may be leapt to, once nothing is being done. */
    private boolean beaten;

    private DrivenTime(boolean leaps) {
        this.leaps = leaps;
    }

    /** Time that only a test moves. */
    public static DrivenTime standing() {
        return new DrivenTime(false);
    }

    /** Time that leaps to what is to be done next, whenever nothing is being done. */
    public static DrivenTime leaping() {
        return new DrivenTime(true);
    }

    /** Returns a moment later, for whoever looks again and again: one that never rests takes the processor from what it waits for. */
    public static void lookAgainSoon() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }

    /** As long as there is something that comes again and again. */
    private void beat() {
        while (beats()) {
            LockSupport.parkNanos(PULSE.toNanos());
            pulse();
        }
    }

    private synchronized void pulse() {
        beaten = true;
        leap();
    }

    private synchronized boolean beats() {
        pulses = busy > 0 || waiting.stream().anyMatch(task -> task.every > 0);
        return pulses;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    /** The same as an instant, for a database whose own clock nobody drives. */
    public Optional<Instant> instant() {
        return Optional.of(Instant.EPOCH.plusNanos(nanos()));
    }

    @Override
    public ScheduledExecutorService threads(String name, int atOnce) {
        return new Threads(name, atOnce);
    }

    /** Lets time pass, and what comes due on the way be done. Returns when it is, unless time leaps by itself. */
    public void advance(Duration by) {
        if (!leaps) {
            settle();
        }
        long until = nanos() + by.toNanos();
        while (step(until)) {
            settle();
        }
    }

    private synchronized boolean step(long until) {
        Task<?> next = waiting.peek();
        boolean due = next != null && next.due <= until;
        now = Math.max(now, due && !leaps ? next.due : until);
        handOver();
        return due && !leaps;
    }

    /** Waits until everything that is due now is done. */
    public synchronized void settle() {
        long hangs = System.nanoTime() + HANGS.toNanos();
        try {
            while (busy > 0 && System.nanoTime() < hangs) {
                wait(HANGS.toMillis());
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        if (busy > 0) {
            throw new AssertionError("what was due is still being done after " + HANGS);
        }
    }

    /** To what is due once; also to what comes again, if that is due by the pulse. */
    private synchronized void leap() {
        if (leaps && busy == 0) {
            boolean any = beaten;
            beaten = false;
            waiting.removeIf(FutureTask::isCancelled);
            waiting.stream()
                    .filter(task -> any || task.every == 0)
                    .mapToLong(task -> task.due)
                    .min()
                    .ifPresent(due -> now = Math.max(now, due));
            handOver();
        }
    }

    private synchronized void add(Task<?> task) {
        if (task.threads.isShutdown()) {
            task.cancel(false);
            return;
        }
        task.number = ++numbers;
        waiting.add(task);
        if (leaps && task.every > 0 && !pulses) {
            pulses = true;
            Thread beat = new Thread(this::beat, "pulse");
            beat.setDaemon(true);
            beat.start();
        }
        handOver();
        leap();
    }

    private synchronized void handOver() {
        for (Task<?> next = waiting.peek(); next != null && next.due <= now; next = waiting.peek()) {
            waiting.remove();
            if (!next.isCancelled()) {
                busy++;
                next.threads.hands.execute(next::perform);
            }
        }
    }

    private synchronized void finished(Task<?> task) {
        busy--;
        if (task.every > 0 && !task.isCancelled() && !task.isDone()) {
            task.due = now + task.every;
            add(task);
        }
        leap();
        notifyAll();
    }

    private synchronized List<Runnable> drop(Threads threads) {
        List<Runnable> dropped = new ArrayList<>();
        waiting.stream().filter(task -> task.threads == threads).forEach(dropped::add);
        waiting.removeIf(task -> task.threads == threads);
        return dropped;
    }

    /** Something to be done, at a time or again and again. */
    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Threads threads;
        private final long every;
        private long due;
        private long number;

        Task(Threads threads, Callable<V> work, long delay, long every) {
            super(work);
            this.threads = threads;
            this.every = every;
            this.due = nanos() + Math.max(0, delay);
        }

        private void perform() {
            try {
                if (every > 0) {
                    runAndReset();
                } else {
                    run();
                }
            } finally {
                finished(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** Real threads, to which tasks are handed over when their time has come. */
    private final class Threads extends AbstractExecutorService implements ScheduledExecutorService {
        private final ExecutorService hands;
        private volatile boolean shut;

        Threads(String name, int atOnce) {
            hands = Executors.newFixedThreadPool(atOnce, work -> {
                Thread thread = new Thread(work, name);
                thread.setDaemon(true);
                return thread;
            });
        }

        private <V> Task<V> later(Callable<V> work, long delay, long every) {
            Task<V> task = new Task<>(this, work, delay, every);
            add(task);
            return task;
        }

        @Override
        public void execute(Runnable work) {
            later(Executors.callable(work), 0, 0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            return later(Executors.callable(work), unit.toNanos(delay), 0);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
            return later(work, unit.toNanos(delay), 0);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
            return later(Executors.callable(work), unit.toNanos(first), unit.toNanos(delay));
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long first, long period, TimeUnit unit) {
            throw new UnsupportedOperationException("nothing of ours is done at a fixed rate");
        }

        @Override
        public void shutdown() {
            shut = true;
            drop(this);
            hands.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            shut = true;
            List<Runnable> dropped = drop(this);
            hands.shutdown();
            return dropped;
        }

        @Override
        public boolean isShutdown() {
            return shut;
        }

        @Override
        public boolean isTerminated() {
            return hands.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return hands.awaitTermination(timeout, unit);
        }
    }
}
