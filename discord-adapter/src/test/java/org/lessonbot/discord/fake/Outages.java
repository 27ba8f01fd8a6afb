package org.lessonbot.discord.fake;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Failures that a test has ordered, route by route. */
final class Outages {
    private final Map<Route, Queue<Failure>> ordered = new EnumMap<>(Route.class);

    /**
     * One failure.
     *
     * @param carriedOut whether the request has its effect all the same
     * @param status what it is answered with; 0 breaks the connection off
     */
    record Failure(boolean carriedOut, int status) {}

    synchronized void order(Route route, Failure failure, int times) {
        Queue<Failure> queue = ordered.computeIfAbsent(route, none -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(failure);
        }
    }

    synchronized Optional<Failure> next(Route route) {
        return Optional.ofNullable(ordered.get(route)).map(Queue::poll);
    }
}
