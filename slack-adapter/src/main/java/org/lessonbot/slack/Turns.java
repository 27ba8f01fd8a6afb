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
    private final Map<String, Instant> free = new HashMap<>();
    private final Map<String, Instant> promised = new HashMap<>();

    Turns(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a turn.
     *
     * @param who the same when somebody comes again for the turn that was promised
     * @throws PlatformException.RateLimited with the time until that turn
     */
    synchronized void take(String line, Duration apart, String who) throws PlatformException {
        Instant now = clock.instant();
        forgetPast(now.minus(Duration.ofMinutes(1)));
        String ticket = line + " " + who;
        Instant turn = promised.computeIfAbsent(ticket, any -> {
            Instant next = free.getOrDefault(line, now);
            return next.isBefore(now) ? now : next;
        });
        if (turn.isAfter(now)) {
            reserve(line, turn, apart);
            throw new PlatformException.RateLimited(line + ": its turn is later", Duration.between(now, turn));
        }
        promised.remove(ticket);
        reserve(line, turn, apart);
    }

    private void reserve(String line, Instant turn, Duration apart) {
        free.merge(line, turn.plus(apart), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void forgetPast(Instant before) {
        free.values().removeIf(before::isAfter);
        promised.values().removeIf(before::isAfter);
    }
}
