package org.lessonbot.slack.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Counts calls by the time that the bot keeps its paces by, and says when the next may come. */
final class Quotas {
    /** One post a second in a channel on the long run, a few at once. */
    private static final int POSTS_IN_A_BURST = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** So many calls too early are no flood: those that were on their way, or a bot that was started anew. */
    private static final int LEEWAY = 10;

    private final World world;
    private final Map<String, Deque<Long>> calls = new HashMap<>();
    private final Map<String, Closure> closures = new HashMap<>();
    /** What tests say is to be waited for, by method. */
    private final Map<String, Closure> ordered = new HashMap<>();

    Quotas(World world) {
        this.world = world;
    }

    /** Nobody may make this call for a while: whoever was told so and comes earlier is noted. */
    void close(String name, int seconds) {
        ordered.put(
                name,
                new Closure(world.time.nanos() + Duration.ofSeconds(seconds).toNanos()));
    }

    /** The seconds to wait before this call may be made; empty if it may be made now, and then it counts. */
    OptionalInt secondsToWait(String name, Method method, Arguments arguments) {
        Closure closed = ordered.get(name);
        if (closed != null && world.time.nanos() < closed.until) {
            // Sockets are opened one after another: no other call was on its way.
            early(name, closed, method.tier() == Method.Tier.ONE ? 1 : LEEWAY);
            return OptionalInt.of(seconds(closed.until));
        }
        String workspace = arguments.caller().map(Workspace::id).orElse("");
        OptionalInt wait = take(workspace + " " + name, method.tier().aMinute, MINUTE);
        if (wait.isPresent() || method.tier() != Method.Tier.POST) {
            return wait;
        }
        String channel = arguments.find("channel").orElse("");
        return take(
                workspace + " post " + channel,
                POSTS_IN_A_BURST,
                MINUTE.multipliedBy(POSTS_IN_A_BURST).dividedBy(60));
    }

    private OptionalInt take(String key, int most, Duration within) {
        Deque<Long> taken = calls.computeIfAbsent(key, any -> new ArrayDeque<>());
        long now = world.time.nanos();
        while (!taken.isEmpty() && taken.getFirst() + within.toNanos() <= now) {
            taken.removeFirst();
        }
        if (taken.size() < most) {
            taken.addLast(now);
            return OptionalInt.empty();
        }
        return OptionalInt.of(toldToWait(key, seconds(taken.getFirst() + within.toNanos())));
    }

    private int seconds(long until) {
        return (int) Math.max(
                1, Math.ceil(Duration.ofNanos(until - world.time.nanos()).toMillis() / 1000.0));
    }

    /** Tells it to wait; whoever does not is noted. */
    private int toldToWait(String key, int seconds) {
        long now = world.time.nanos();
        Closure closure = closures.get(key);
        if (closure == null || closure.until <= now) {
            closures.put(key, new Closure(now + Duration.ofSeconds(seconds).toNanos()));
        } else {
            early(key, closure, LEEWAY);
        }
        return seconds;
    }

    private void early(String key, Closure closure, int most) {
        if (++closure.early == most) {
            world.violation("The bot was told to wait and called again all the same: " + key);
        }
    }

    private static final class Closure {
        private final long until;
        private int early;

        Closure(long until) {
            this.until = until;
        }
    }
}
