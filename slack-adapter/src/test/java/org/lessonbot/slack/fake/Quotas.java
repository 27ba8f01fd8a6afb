package org.lessonbot.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Counts calls, and says when the next may come. */
final class Quotas {
    /** One post a second in a channel on the long run, a few at once. */
    private static final int POSTS_IN_A_BURST = 5;

    private final World world;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();

    Quotas(World world) {
        this.world = world;
    }

    /** The seconds to wait before this call may be made; empty if it may be made now, and then it counts. */
    OptionalInt secondsToWait(String name, Method method, Arguments arguments) {
        String workspace = arguments.caller().map(Workspace::id).orElse("");
        OptionalInt wait = take(workspace + " " + name, method.tier().aMinute, world.settings.minute());
        if (wait.isPresent() || method.tier() != Method.Tier.POST) {
            return wait;
        }
        String channel = arguments.find("channel").orElse("");
        return take(
                workspace + " post " + channel,
                POSTS_IN_A_BURST,
                world.settings.minute().multipliedBy(POSTS_IN_A_BURST).dividedBy(60));
    }

    private OptionalInt take(String key, int most, Duration within) {
        Deque<Instant> taken = calls.computeIfAbsent(key, any -> new ArrayDeque<>());
        Instant now = world.now();
        while (!taken.isEmpty() && !taken.getFirst().plus(within).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() < most) {
            taken.addLast(now);
            return OptionalInt.empty();
        }
        Duration left = Duration.between(now, taken.getFirst().plus(within));
        return OptionalInt.of((int) Math.max(1, Math.ceil(left.toMillis() / 1000.0)));
    }
}
