package org.lessonbot.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again until something is as wanted.
 *
 * @param patience when it is certain that it never will be; no test rests on how long something takes
 */
public record Await(Duration patience) {
    /** For what comes unless something hangs. */
    public static final Await PATIENT = new Await(DrivenTime.HANGS);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /**
     * Waits until this is so, and returns what was then seen. Looks no more than half of the time: whoever looks by asking the
     * bot keeps it, and so the time that the bot goes by, from going on.
     *
     * @param what completes "waited in vain for …"
     */
    public <T> T until(String what, Supplier<T> look, Predicate<? super T> wanted) {
        long start = System.nanoTime();
        long began = start;
        T seen = look.get();
        while (!wanted.test(seen)) {
            long now = System.nanoTime();
            if (now - start > patience.toNanos()) {
                throw new AssertionError("waited in vain for " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(Math.max(BETWEEN_LOOKS.toNanos(), now - began));
            began = System.nanoTime();
            seen = look.get();
        }
        return seen;
    }
}
