package org.lessonbot.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again until something is as wanted.
 *
 * @param patience when it is certain that it never will be; no test rests on how long something takes
 */
record Await(Duration patience) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /**
     * Waits until this is so, and returns what was then seen.
     *
     * @param what completes "waited in vain for …"
     */
    <T> T until(String what, Supplier<T> look, Predicate<? super T> wanted) {
        long start = System.nanoTime();
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("waited in vain for " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
