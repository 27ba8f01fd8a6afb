package org.lessonbot.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.slack.RateLimits.Calls;
import org.lessonbot.slack.tables.SharedBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When Slack may be called next. All instances count together in the database; what it said last is kept here, so that
 * whoever cannot wait for it decides by that and is counted afterwards. While it is away each instance counts alone.
 */
final class Budget implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Budget.class);
    /** So long the database is left alone after a failure: what has to be called does not wait for it each time. */
    private static final long LEFT_ALONE = TimeUnit.SECONDS.toNanos(10);

    private final RateLimits limits;
    private final Optional<SharedBudget> shared;
    private final Time pace;
    /** Until when each kind of calls is booked, by {@link #pace}. */
    private final Map<String, Long> booked = new HashMap<>();

    private final Map<String, Long> promised = new ConcurrentHashMap<>();
    private final Map<String, Duration> owed = new ConcurrentHashMap<>();
    private final ExecutorService counter;
    private volatile long askedFrom;

    /** @param shared what other instances count in, too; nothing where there are none */
    Budget(RateLimits limits, Optional<SharedBudget> shared, Time pace) {
        this.limits = limits;
        this.shared = shared;
        this.pace = pace;
        this.counter = pace.threads("slack-budget", 1);
        this.askedFrom = pace.nanos();
    }

    /**
     * Books one call behind all that are booked; asks the database.
     *
     * @param place the workspace or channel by which Slack counts
     * @return how long to wait for it
     */
    Duration book(Calls calls, String place) {
        String kind = calls.in(place);
        Duration apart = limits.apart(calls);
        long here = bookHere(kind, apart);
        long until = Math.max(here, bookShared(kind, apart).orElse(here));
        return Duration.ofNanos(Math.max(0, until - pace.nanos() - apart.toNanos() * calls.atOnce()));
    }

    /**
     * Takes a turn. Whoever comes before Slack may be called is promised one, and comes again when it is due: so rooms that share
     * a limit are served in the order in which they asked.
     *
     * @param place the workspace or channel by which Slack counts
     * @param who the same when somebody comes again for the turn that was promised
     * @throws PlatformException.RateLimited with the time until that turn
     */
    void take(Calls calls, String place, String who) throws PlatformException {
        long now = pace.nanos();
        // So long after its time a promise is forgotten.
        long forgotten = limits.minute().toNanos();
        promised.values().removeIf(turn -> now - turn > forgotten);
        String ticket = calls.in(place) + " " + who;
        long turn = promised.computeIfAbsent(ticket, any -> book(calls, place).toNanos() + pace.nanos());
        long ahead = turn - pace.nanos();
        if (ahead > 0) {
            throw new PlatformException.RateLimited(calls.in(place) + ": its turn is later", Duration.ofNanos(ahead));
        }
        promised.remove(ticket);
    }

    /** Something that Slack counts. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws PlatformException;
    }

    /**
     * Makes a call. If Slack says how long it wants no more of its kind, all who share the limit heed that: whoever was promised a
     * turn has to take another.
     */
    <T> T heed(Calls calls, String place, Call<T> call) throws PlatformException {
        try {
            return call.make();
        } catch (PlatformException.RateLimited limited) {
            rest(calls, place, limited.after());
            throw limited;
        }
    }

    private synchronized void rest(Calls calls, String place, Duration time) {
        String kind = calls.in(place);
        long from = pace.nanos() + time.toNanos();
        booked.merge(kind, from + limits.apart(calls).toNanos() * calls.atOnce(), Math::max);
        promised.keySet().removeIf(ticket -> ticket.startsWith(kind + " "));
    }

    /** How long after each other they may come. */
    Duration apart(Calls calls) {
        return limits.apart(calls);
    }

    /**
     * Whether one more call may be made now; then it is counted. Returns at once.
     *
     * @param reserve so many calls are left for others
     */
    synchronized boolean spend(Calls calls, String place, int reserve) {
        long now = pace.nanos();
        long apart = limits.apart(calls).toNanos();
        long ahead = Math.max(0, booked.getOrDefault(calls.in(place), now) - now);
        if (ahead + apart > apart * (calls.atOnce() - reserve)) {
            return false;
        }
        count(calls, place);
        return true;
    }

    /** Counts a call that is made now, whatever is booked. Returns at once. */
    void count(Calls calls, String place) {
        String kind = calls.in(place);
        Duration apart = limits.apart(calls);
        bookHere(kind, apart);
        if (shared.isPresent() && owed.merge(kind, apart, Duration::plus).equals(apart)) {
            counter.execute(() -> Optional.ofNullable(owed.remove(kind)).ifPresent(time -> bookShared(kind, time)));
        }
    }

    /** Forgets, in the database, what was booked for times before this. */
    void forget(Instant before) {
        shared.ifPresent(all -> all.forget(before));
    }

    private synchronized long bookHere(String kind, Duration time) {
        long now = pace.nanos();
        booked.values().removeIf(until -> until - now <= 0);
        return booked.merge(kind, now + time.toNanos(), (until, first) -> until + time.toNanos());
    }

    private Optional<Long> bookShared(String kind, Duration time) {
        if (shared.isEmpty() || pace.nanos() - askedFrom < 0) {
            return Optional.empty();
        }
        try {
            Duration ahead = shared.get().book(kind, time);
            return Optional.of(bookedByAll(kind, pace.nanos() + ahead.toNanos()));
        } catch (RuntimeException away) {
            askedFrom = pace.nanos() + LEFT_ALONE;
            log.warn("Slack's rate limits are counted by this instance alone for a while: {}", away.getMessage());
            return Optional.empty();
        }
    }

    private synchronized long bookedByAll(String kind, long until) {
        booked.merge(kind, until, Math::max);
        return until;
    }

    @Override
    public void close() {
        counter.shutdownNow();
    }
}
