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

    Quotas(World world) {
        this.world = world;
    }

    /** The seconds to wait before this call may be made; empty if it may be made now, and then it counts. */
    OptionalInt secondsToWait(String name, Method method, Arguments arguments) {
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
        Duration left = Duration.ofNanos(taken.getFirst() + within.toNanos() - now);
        return OptionalInt.of(close(key, (int) Math.max(1, Math.ceil(left.toMillis() / 1000.0))));
    }

    /** Tells it to wait; whoever does not is noted. */
    private int close(String key, int seconds) {
        long now = world.time.nanos();
        Closure closure = closures.get(key);
        if (closure == null || closure.until <= now) {
            closures.put(key, new Closure(now + Duration.ofSeconds(seconds).toNanos()));
        } else if (++closure.early == LEEWAY) {
            world.violation("The bot was told to wait and called again and again: " + key);
        }
        return seconds;
    }

    private static final class Closure {
        private final long until;
        private int early;

        Closure(long until) {
            this.until = until;
        }
    }
}
