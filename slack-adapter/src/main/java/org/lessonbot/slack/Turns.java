package org.lessonbot.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.RateLimits.Calls;

/**
 * Whoever comes before Slack may be called is promised a turn, and comes again when it is due: so rooms that share a limit
 * are served in the order in which they asked.
 */
final class Turns {
    private final Budget budget;
    private final LongSupplier nanos;
    private final long minute;
    private final Map<String, Long> promised = new ConcurrentHashMap<>();

    /** @param minute so long after its time a promise is forgotten */
    Turns(Budget budget, Duration minute, LongSupplier nanos) {
        this.budget = budget;
        this.minute = minute.toNanos();
        this.nanos = nanos;
    }

    /**
     * Takes a turn.
     *
     * @param place the workspace or channel by which Slack counts
     * @param who the same when somebody comes again for the turn that was promised
     * @throws PlatformException.RateLimited with the time until that turn
     */
    void take(Calls calls, String place, String who) throws PlatformException {
        long now = nanos.getAsLong();
        promised.values().removeIf(turn -> now - turn > minute);
        String ticket = calls.in(place) + " " + who;
        long turn = promised.computeIfAbsent(
                ticket, any -> budget.book(calls, place).toNanos() + nanos.getAsLong());
        long ahead = turn - nanos.getAsLong();
        if (ahead > 0) {
            throw new PlatformException.RateLimited(calls.in(place) + ": its turn is later", Duration.ofNanos(ahead));
        }
        promised.remove(ticket);
    }
}
