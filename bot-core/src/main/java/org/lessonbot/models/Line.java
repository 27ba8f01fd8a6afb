package org.lessonbot.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queue before one server. Each asker has a line of their own, and the lines take turns, so that a lesson with many requests
 * does not hold up one with a single request. May be used by any thread.
 */
final class Line {
    /** Ten lessons with three responses to each of two prompts: who comes later is better told so than left to wait. */
    static final int MOST = 60;

    private final int slots;
    /** By asker, whose turn it is first. Nobody without a request is in it. */
    private final Map<String, Deque<Turn<?>>> waiting = new LinkedHashMap<>();

    private final Set<Turn<?>> served = new HashSet<>();

    Line(int slots) {
        this.slots = slots;
    }

    /** Lets it wait behind what its asker asked before, and serves who can be served; false if too many wait already. */
    boolean join(Turn<?> turn) {
        synchronized (this) {
            if (inOrder().size() >= MOST) {
                return false;
            }
            waiting.computeIfAbsent(turn.asker(), none -> new ArrayDeque<>()).add(turn);
        }
        serve();
        return true;
    }

    /** Whether it waits no more, or was done with; the next may come. */
    void leave(Turn<?> turn) {
        synchronized (this) {
            served.remove(turn);
            waiting.values().forEach(turns -> turns.remove(turn));
            waiting.values().removeIf(Deque::isEmpty);
        }
        serve();
    }

    private void serve() {
        next().forEach(Turn::begin);
    }

    private synchronized List<Turn<?>> next() {
        List<Turn<?>> next = inOrder();
        next = List.copyOf(next.subList(0, Math.min(next.size(), slots - served.size())));
        for (Turn<?> turn : next) {
            Deque<Turn<?>> rest = waiting.remove(turn.asker());
            if (rest != null) {
                rest.remove(turn);
                if (!rest.isEmpty()) {
                    waiting.put(turn.asker(), rest);
                }
            }
            served.add(turn);
        }
        return next;
    }

    /** Who waits, in the order in which they will be served if nobody else comes. */
    private List<Turn<?>> inOrder() {
        List<Turn<?>> order = new ArrayList<>();
        Deque<Deque<Turn<?>>> askers = new ArrayDeque<>();
        waiting.values().forEach(turns -> askers.add(new ArrayDeque<>(turns)));
        while (!askers.isEmpty()) {
            Deque<Turn<?>> turns = askers.remove();
            order.add(turns.remove());
            if (!turns.isEmpty()) {
                askers.add(turns);
            }
        }
        return order;
    }

    /** How many come before it, those that are served now included; 0 if it does not wait. */
    synchronized int ahead(Turn<?> turn) {
        int before = inOrder().indexOf(turn);
        return before < 0 ? 0 : before + served.size();
    }

    /** All that wait or are served. */
    synchronized List<Turn<?>> all() {
        List<Turn<?>> all = new ArrayList<>(served);
        all.addAll(inOrder());
        return all;
    }
}
