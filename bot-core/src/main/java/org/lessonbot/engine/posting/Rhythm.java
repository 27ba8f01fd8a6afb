package org.lessonbot.engine.posting;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lessonbot.engine.Time;

/**
 * When a lesson's posts are drawn. One turn at a time; what is asked for during a turn is done in the next. Counts follow at
 * the platform's pace. A move of the lesson does not wait for that, because a class waits for the move; but nothing is drawn
 * while the platform is to be left alone. Times are nanoseconds of {@link Time}.
 */
final class Rhythm {
    private final Time time;
    private final ScheduledExecutorService threads;
    private final Supplier<Rest> work;
    private boolean wanted;
    private boolean urgent;
    private boolean busy;
    private boolean failed;
    private boolean mended;
    private long calm;
    private long open;
    /** The turn to come. One that another took the place of finds another number here. */
    private int turn;

    private long due;

    Rhythm(Time time, ScheduledExecutorService threads, Supplier<Rest> work) {
        this.time = time;
        this.threads = threads;
        this.work = work;
        this.calm = time.nanos();
        this.open = calm;
    }

    /**
     * What a turn leaves behind.
     *
     * @param pace how long only what is urgent is drawn
     * @param pause how long nothing is drawn, and then what was not: zero if all went well
     * @param mendable whether the pause is over as soon as what failed may work again
     */
    record Rest(Duration pace, Duration pause, boolean mendable) {
        static Rest pace(Duration pace) {
            return new Rest(pace, Duration.ZERO, false);
        }

        /** Somebody asked for so much patience. */
        static Rest pause(Duration pause) {
            return new Rest(Duration.ZERO, pause, false);
        }

        /** Something failed, and will be tried again then. */
        static Rest failure(Duration pause) {
            return new Rest(Duration.ZERO, pause, true);
        }
    }

    /** Asks for a turn: now if it is urgent, else as soon as the pace allows. */
    synchronized void ask(boolean now) {
        boolean waits = wanted;
        wanted = true;
        urgent |= now;
        if (!busy) {
            schedule(waits);
        }
    }

    /** What failed may work now: if that is waited for, or fails in this very turn, the next turn comes at once. */
    synchronized void again() {
        if (busy) {
            mended = true;
        } else if (failed) {
            open = time.nanos();
            ask(true);
        }
    }

    /** Whether it is as one that was just made: there is no turn, none to come, and nothing to wait for. */
    synchronized boolean rests() {
        long now = time.nanos();
        return !busy && !wanted && now - calm >= 0 && now - open >= 0;
    }

    private void schedule(boolean waits) {
        long next = urgent || calm - open < 0 ? open : calm;
        if (!threads.isShutdown() && (!waits || next - due < 0)) {
            due = next;
            int number = ++turn;
            var unused = threads.schedule(() -> run(number), Math.max(0, next - time.nanos()), TimeUnit.NANOSECONDS);
        }
    }

    private void run(int number) {
        if (begins(number)) {
            Rest rest = Rest.pace(Duration.ZERO);
            try {
                rest = work.get();
            } finally {
                end(rest);
            }
        }
    }

    private synchronized boolean begins(int number) {
        if (number != turn) {
            return false;
        }
        busy = true;
        mended = false;
        wanted = false;
        urgent = false;
        return true;
    }

    private synchronized void end(Rest rest) {
        busy = false;
        long now = time.nanos();
        if (!rest.pace().isZero()) {
            calm = now + rest.pace().toNanos();
        }
        failed = rest.mendable() && !mended;
        open = rest.mendable() && mended ? now : now + rest.pause().toNanos();
        wanted |= !rest.pause().isZero();
        if (wanted) {
            schedule(false);
        }
    }
}
