package org.lessonbot.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.slack.RateLimits.Calls;

/**
 * Whoever comes before Slack may be called is promised a turn, and comes again when it is due: so rooms that share a limit
 * are served in the order in which they asked.
 */
final class Turns {
    private final Budget budget;
    private final Time time;
    private final long minute;
    private final Map<String, Long> promised = new ConcurrentHashMap<>();

    /** @param minute so long after its time a promise is forgotten */
    Turns(Budget budget, Duration minute, Time time) {
        this.budget = budget;
        this.minute = minute.toNanos();
        this.time = time;
    }

    /**
     * Takes a turn.
     *
     * @param place the workspace or channel by which Slack counts
     * @param who the same when somebody comes again for the turn that was promised
     * @throws PlatformException.RateLimited with the time until that turn
     */
    void take(Calls calls, String place, String who) throws PlatformException {
        long now = time.nanos();
        promised.values().removeIf(turn -> now - turn > minute);
        String ticket = calls.in(place) + " " + who;
        long turn = promised.computeIfAbsent(
                ticket, any -> budget.book(calls, place).toNanos() + time.nanos());
        long ahead = turn - time.nanos();
        if (ahead > 0) {
            throw new PlatformException.RateLimited(calls.in(place) + ": its turn is later", Duration.ofNanos(ahead));
        }
        promised.remove(ticket);
    }
}
