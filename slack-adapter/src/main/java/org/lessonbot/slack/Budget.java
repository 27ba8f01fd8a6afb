package org.lessonbot.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** So many calls a minute in each workspace, and no more. */
final class Budget {
    private final int aMinute;
    private final Duration minute;
    private final Clock clock;
    private final Map<String, Deque<Instant>> spent = new HashMap<>();

    Budget(int aMinute, Duration minute, Clock clock) {
        this.aMinute = aMinute;
        this.minute = minute;
        this.clock = clock;
    }

    /**
     * Whether one more call may be made now; then it is counted.
     *
     * @param reserve so many calls are left for others
     */
    synchronized boolean spend(String team, int reserve) {
        Deque<Instant> calls = spent.computeIfAbsent(team, any -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!calls.isEmpty() && calls.getFirst().isBefore(now.minus(minute))) {
            calls.removeFirst();
        }
        if (calls.size() >= aMinute - reserve) {
            return false;
        }
        calls.addLast(now);
        return true;
    }
}
