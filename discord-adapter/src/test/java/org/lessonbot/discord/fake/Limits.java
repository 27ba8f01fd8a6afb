package org.lessonbot.discord.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lessonbot.engine.Time;

/**
 * Rate limits: a bucket for each route and major parameter, 50 requests a second for the bot as a whole, and 10,000 refused
 * requests in ten minutes before the address is banned (Discord's documentation, "Rate Limits"). They are counted by the time
 * that the bot keeps its own paces by. But JDA waits in real time, which no test can drive: it is told to wait for a
 * {@value #HASTE}th, and each second of the machine's counts for so many here. A slow machine only makes it come later.
 */
final class Limits {
    private static final String VIA = "1.1 google";
    private static final String SCOPE = "x-ratelimit-scope";
    private static final int HASTE = 20;
    /** So many calls too early are no flood: those that were on their way, or a bot that was started anew. */
    private static final int LEEWAY = 3;

    private static final Duration ROUNDING = Duration.ofMillis(5);
    private static final int GLOBAL_PER_SECOND = 50;
    private static final int INVALID_BEFORE_BAN = 10_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long INVALID_WINDOW = Duration.ofMinutes(10).toNanos();
    private static final Allowance GENEROUS = new Allowance(50, Duration.ofSeconds(1));

    private final Map<Route, Allowance> allowances = new EnumMap<>(Route.class);
    private final Map<Route, Deque<Duration>> ordered = new EnumMap<>(Route.class);
    private final Map<String, Window> buckets = new HashMap<>();
    private final Map<String, Closure> closures = new HashMap<>();
    private final Time time;
    private final LongSupplier machine;
    private final Deque<Long> all = new ArrayDeque<>();
    private final Deque<Long> invalid = new ArrayDeque<>();

    Limits(Time time) {
        this(time, System::nanoTime);
    }

    /** @param machine what the machine's own clock shows, in nanoseconds */
    Limits(Time time, LongSupplier machine) {
        this.time = time;
        this.machine = machine;
    }

    private record Allowance(int uses, Duration window) {}

    /** A bucket that fills up and is emptied when its time is over. */
    private static final class Window {
        private long ends;
        private int used;
    }

    /** What was refused, until when in real time, and how often it was asked for all the same. */
    private static final class Closure {
        private final long until;
        private int early;

        Closure(long until) {
            this.until = until;
        }
    }

    /**
     * What a request is told of its limits.
     *
     * @param headers to send with any answer
     * @param refusal why it is refused, if it is
     * @param floods whether it is one too many of those that came before they were told to
     */
    record Verdict(Map<String, String> headers, Optional<Refusal> refusal, boolean floods) {}

    /** Who refuses a request, and what it is told by. */
    enum Scope {
        /** A limit of this route. */
        USER,
        /** The limit over all routes. */
        GLOBAL,
        /** The proxy in front of Discord, which lets this address through no more; only Discord itself sends "via". */
        PROXY
    }

    /** A refusal and how long to wait, in real time. */
    record Refusal(Duration retryAfter, Scope scope) {
        private Map<String, String> headers(String bucket) {
            String wholeSeconds = Long.toString((long) Math.ceil(retryAfter.toNanos() / 1e9));
            return switch (scope) {
                case PROXY -> Map.of("retry-after", wholeSeconds);
                case GLOBAL ->
                    Map.of("via", VIA, "retry-after", wholeSeconds, "x-ratelimit-global", "true", SCOPE, "global");
                case USER ->
                    Map.of(
                            "via",
                            VIA,
                            "retry-after",
                            wholeSeconds,
                            SCOPE,
                            "user",
                            "x-ratelimit-limit",
                            "1",
                            "x-ratelimit-remaining",
                            "0",
                            "x-ratelimit-reset-after",
                            seconds(retryAfter),
                            "x-ratelimit-bucket",
                            bucket);
            };
        }
    }

    synchronized void allow(Route route, int uses, Duration window) {
        allowances.put(route, new Allowance(uses, window));
    }

    synchronized void refuseNext(Route route, Duration retryAfter) {
        ordered.computeIfAbsent(route, none -> new ArrayDeque<>()).add(retryAfter);
    }

    synchronized Verdict judge(Route route, String major) {
        long now = now();
        forget(invalid, now - INVALID_WINDOW);
        if (invalid.size() >= INVALID_BEFORE_BAN) {
            return refused(route, "", new Refusal(Duration.ofMinutes(10), Scope.PROXY));
        }
        forget(all, now - SECOND);
        if (!route.byInteraction()) {
            if (all.size() >= GLOBAL_PER_SECOND) {
                return refused(route, "", new Refusal(told(all.element() + SECOND - now), Scope.GLOBAL));
            }
            all.add(now);
        }
        Deque<Duration> waiting = ordered.getOrDefault(route, new ArrayDeque<>());
        if (!waiting.isEmpty()) {
            return refused(route, major, new Refusal(waiting.remove(), Scope.USER));
        }
        return spend(route, major, now);
    }

    private Verdict spend(Route route, String major, long now) {
        Allowance allowance = allowances.getOrDefault(route, GENEROUS);
        Window bucket = buckets.computeIfAbsent(route + ":" + major, key -> new Window());
        if (bucket.ends <= now) {
            bucket.ends = now + allowance.window().toNanos();
            bucket.used = 0;
        }
        Duration rest = told(bucket.ends - now);
        if (bucket.used >= allowance.uses()) {
            return refused(route, major, new Refusal(rest, Scope.USER));
        }
        bucket.used++;
        Map<String, String> headers = Map.of(
                "via", VIA,
                "x-ratelimit-limit", Integer.toString(allowance.uses()),
                "x-ratelimit-remaining", Integer.toString(allowance.uses() - bucket.used),
                "x-ratelimit-reset",
                        seconds(Duration.ofMillis(System.currentTimeMillis()).plus(rest)),
                "x-ratelimit-reset-after", seconds(rest),
                "x-ratelimit-bucket", bucket(route));
        return new Verdict(headers, Optional.empty(), false);
    }

    private Verdict refused(Route route, String major, Refusal refusal) {
        String what = refusal.scope() == Scope.USER
                ? route + ":" + major
                : refusal.scope().name();
        long now = machine.getAsLong();
        long until = now + refusal.retryAfter().minus(ROUNDING).toNanos();
        Closure closure = closures.merge(what, new Closure(until), (there, fresh) -> there.until > now ? there : fresh);
        int leeway = refusal.scope() == Scope.USER ? LEEWAY : GLOBAL_PER_SECOND;
        boolean floods = closure.until != until && ++closure.early > leeway;
        return new Verdict(refusal.headers(bucket(route)), Optional.of(refusal), floods);
    }

    private long now() {
        return time.nanos() + HASTE * machine.getAsLong();
    }

    private static Duration told(long nanos) {
        return Duration.ofNanos(nanos / HASTE);
    }

    private static String bucket(Route route) {
        return Integer.toHexString(route.name().hashCode());
    }

    private static String seconds(Duration duration) {
        // Never less than it is: whoever waits so long is not early.
        return String.format(Locale.ROOT, "%.3f", Math.ceil(duration.toNanos() / 1e6) / 1e3);
    }

    private static void forget(Deque<Long> instants, long before) {
        while (!instants.isEmpty() && instants.element() < before) {
            instants.remove();
        }
    }

    /** Counts an answer that Discord holds against a bot: 401, 403 and 429. */
    synchronized void count(int status) {
        if (status == 401 || status == 403 || status == 429) {
            invalid.add(now());
        }
    }

    synchronized int invalidRequests() {
        return invalid.size();
    }
}
