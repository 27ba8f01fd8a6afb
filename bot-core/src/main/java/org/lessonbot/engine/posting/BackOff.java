package org.lessonbot.engine.posting;

import java.time.Duration;
import org.lessonbot.engine.PlatformException;

/** How long a lesson's posts wait after a failure: each time twice as long as before, up to what the failure is worth. Pure. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration AWAY = Duration.ofMinutes(2);
    /** The database is our own: a class waits for it, and nobody is hurt by asking often. */
    private static final Duration OUR_OWN = Duration.ofSeconds(2);
    /** A class waits while somebody lets the bot into the channel; nobody waits for a channel that was deleted last week. */
    private static final Duration WHILE_MENDED = Duration.ofSeconds(30);

    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final int MENDED_SOON = 20;
    private static final int DOUBLINGS = 10;

    private BackOff() {}

    /** @param failures how many there were in a row, with this one; at least 1 */
    static Duration after(Exception failure, int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration longest = longest(failure, failures);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private static Duration longest(Exception failure, int failures) {
        if (failure instanceof PlatformException.Rejected || failure instanceof PlatformException.Gone) {
            return failures <= MENDED_SOON ? WHILE_MENDED : SELDOM;
        }
        return failure instanceof PlatformException ? AWAY : OUR_OWN;
    }
}
