package org.lessonbot.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lessonbot.models.Models;

/**
 * What an operator can watch of lessons. Labels are few and known from the start (chats, models, what came of something): none tells of
 * a person, a room or a lesson.
 */
public final class Meters {
    /** What people notice, and what they complain of. */
    private static final Duration[] RECEIPTS = {Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(3)};

    private static final Duration[] DELAYS = {Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10)};

    private final MeterRegistry registry;
    private final Map<String, Timer> counted = new HashMap<>();
    private final Map<String, Timer> failed = new HashMap<>();
    private final Map<String, Map<Drawn, Counter>> posts = new HashMap<>();

    /** What came of drawing a post. */
    public enum Drawn {
        POSTED("posted"),
        EDITED("edited"),
        CONSOLE("console"),
        /** A try before it may have come through, so it is drawn once more. */
        AGAIN("again"),
        /** Somebody removed it. */
        GONE("gone"),
        /** The chat asked for patience. */
        LIMITED("limited"),
        FAILED("failed");

        private final String word;

        Drawn(String word) {
            this.word = word;
        }
    }

    /** Makes them all, with all their labels. */
    public Meters(MeterRegistry registry, Map<String, Platform> platforms, Models models) {
        this.registry = registry;
        platforms.forEach((chat, platform) -> {
            counted.put(chat, receipts(chat, "yes"));
            failed.put(chat, receipts(chat, "no"));
            Map<Drawn, Counter> drawn = new EnumMap<>(Drawn.class);
            for (Drawn one : Drawn.values()) {
                drawn.put(
                        one,
                        Counter.builder("lessonbot.posts")
                                .description("Posts and consoles, by what came of drawing them")
                                .tags("chat", chat, "outcome", one.word)
                                .register(registry));
            }
            posts.put(chat, drawn);
            Gauge.builder("lessonbot.connections", platform, Platform::connections)
                    .description("Connections that are open: pages of browsers, sockets of chats")
                    .tag("chat", chat)
                    .register(registry);
        });
        models.keys()
                .forEach(model -> Gauge.builder("lessonbot.models.waiting", models, all -> all.waiting(model))
                        .description("What waits for a model's server, or is asked of it")
                        .tag("model", model)
                        .register(registry));
    }

    private Timer receipts(String chat, String counts) {
        return Timer.builder("lessonbot.receipt")
                .description("From the moment at which something that somebody did arrives to their receipt")
                .tags("chat", chat, "counted", counts)
                .serviceLevelObjectives(RECEIPTS)
                .register(registry);
    }

    /** Somebody did something, in one of the chats. */
    public Act begins(String chat) {
        return new Act(chat, System.nanoTime());
    }

    /** What somebody did, from when it arrived to its receipt. */
    public final class Act {
        private final String chat;
        private final long begin;

        private Act(String chat, long begin) {
            this.chat = chat;
            this.begin = begin;
        }

        /** It was answered. */
        public <T> T counted(T receipt) {
            return answered(counted, receipt);
        }

        /** It failed, and its person is told. */
        public <T> T failed(T receipt) {
            return answered(failed, receipt);
        }

        private <T> T answered(Map<String, Timer> timers, T receipt) {
            Timer timer = timers.get(chat);
            if (timer != null) {
                timer.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            }
            return receipt;
        }
    }

    /** A post or console was drawn, or was to be. */
    public void drawn(String chat, Drawn outcome) {
        Counter counter = posts.getOrDefault(chat, Map.of()).get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    /** By how much something comes later than the clock's time for it. */
    public static Timer late(MeterRegistry registry) {
        return Timer.builder("lessonbot.deadline.late")
                .description("By how much something came later than the clock's time for it")
                .serviceLevelObjectives(DELAYS)
                .register(registry);
    }

    /** Something of which there is a number at each moment. */
    public void watch(String name, String description, Supplier<Number> number) {
        Gauge.builder(name, number).description(description).register(registry);
    }
}
