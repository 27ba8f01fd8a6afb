package org.lessonbot.benchmarks.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Between two looks at something. */
final class Pause {
    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private Pause() {}

    static void aMoment() {
        LockSupport.parkNanos(MOMENT.toNanos());
    }

    static void of(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }

    /** Looks until something is so. @return whether it became so in time */
    static boolean until(BooleanSupplier wanted, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            of(LOOK);
        }
        return true;
    }
}
