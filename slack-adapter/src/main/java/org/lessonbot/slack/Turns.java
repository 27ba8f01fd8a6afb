package org.lessonbot.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.lessonbot.engine.PlatformException;

/**
 * Keeps what is done in one line apart in time. Whoever comes too early is promised a turn, and comes again when it is due:
 * so rooms that share a line are served in the order in which they asked.
 */
final class Turns {
    private final Clock clock;
    private final Duration minute;
    /** When a line is as if nobody had ever had a turn in it. */
    private final Map<String, Instant> free = new HashMap<>();

    private final Map<String, Instant> promised = new HashMap<>();

    /** @param minute after so long without a turn, a line has no past */
    Turns(Clock clock, Duration minute) {
        this.clock = clock;
        this.minute = minute;
    }

    /**
     * Takes a turn.
     *
     * @param atOnce so many turns may follow each other at once, when there were fewer before
     * @param who the same when somebody comes again for the turn that was promised
     * @throws PlatformException.RateLimited with the time until that turn
     */
    synchronized void take(String line, Duration apart, int atOnce, String who) throws PlatformException {
        Instant now = clock.instant();
        forgetPast(now.minus(minute));
        String ticket = line + " " + who;
        Instant turn = promised.computeIfAbsent(ticket, any -> {
            Instant next = free.getOrDefault(line, now).minus(apart.multipliedBy(atOnce - 1L));
            Instant mine = next.isBefore(now) ? now : next;
            free.merge(line, mine.plus(apart), (last, first) -> later(last.plus(apart), first));
            return mine;
        });
        if (turn.isAfter(now)) {
            throw new PlatformException.RateLimited(line + ": its turn is later", Duration.between(now, turn));
        }
        promised.remove(ticket);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void forgetPast(Instant before) {
        free.values().removeIf(before::isAfter);
        promised.values().removeIf(before::isAfter);
    }
}
