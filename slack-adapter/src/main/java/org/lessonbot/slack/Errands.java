package org.lessonbot.slack;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.slack.RateLimits.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can wait a moment, and is not made up for after a crash: unasked whispers, consoles, the openings of threads and
 * pairs' conversations. Each line has its own pace, so that none waits for another; one in which nobody waits is forgotten.
 */
final class Errands implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final int LONGEST_LINE = 2_000;

    private final Budget budget;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;

    /** The kinds of errands in one workspace. */
    enum Kind {
        WHISPER(Optional.of(Calls.WHISPERS)),
        HOME(Optional.of(Calls.HOMES)),
        GATHERING(Optional.of(Calls.GROUPS)),
        /** Posts, whose limit is a channel's: each takes its own turn. */
        POST(Optional.empty()),
        /** A response_url, which has no limit but its five answers. */
        CONSOLE(Optional.empty());

        private final Optional<Calls> calls;

        Kind(Optional<Calls> calls) {
            this.calls = calls;
        }
    }

    /** Something to do. */
    @FunctionalInterface
    interface Errand {
        void run() throws PlatformException;
    }

    Errands(Budget budget, Time time) {
        this.budget = budget;
        this.threads = time.threads("slack-errands", 4);
    }

    /** @param about what waits about the same gives way to this errand */
    void send(String team, Kind kind, String about, Errand errand) {
        lines.compute(team + " " + kind, (key, there) -> {
            Line line = there == null ? new Line(team, kind) : there;
            line.add(about, errand);
            if (there == null) {
                threads.execute(line::queue);
            }
            return line;
        });
    }

    private final class Line {
        private final String team;
        private final Kind kind;
        private final Map<String, Errand> waiting = new LinkedHashMap<>();

        Line(String team, Kind kind) {
            this.team = team;
            this.kind = kind;
        }

        synchronized void add(String about, Errand errand) {
            if (waiting.size() >= LONGEST_LINE) {
                log.warn("too many errands of the kind {} wait; one is dropped", kind);
                return;
            }
            waiting.put(about, errand);
        }

        private void queue() {
            long wait =
                    kind.calls.map(calls -> budget.book(calls, team).toNanos()).orElse(0L);
            var unused = threads.schedule(this::next, wait, TimeUnit.NANOSECONDS);
        }

        private void next() {
            Map.Entry<String, Errand> first = take();
            long pause = 0;
            try {
                first.getValue().run();
            } catch (PlatformException.RateLimited limited) {
                pause = limited.after().toNanos();
                putBack(first);
            } catch (PlatformException | RuntimeException failure) {
                log.warn("{} was not done: {}", kind, failure.getMessage());
            }
            goOn(pause);
        }

        private synchronized Map.Entry<String, Errand> take() {
            Iterator<Map.Entry<String, Errand>> all = waiting.entrySet().iterator();
            Map.Entry<String, Errand> first = Map.entry("", () -> {});
            if (all.hasNext()) {
                Map.Entry<String, Errand> next = all.next();
                first = Map.entry(next.getKey(), next.getValue());
                all.remove();
            }
            return first;
        }

        private synchronized void putBack(Map.Entry<String, Errand> errand) {
            waiting.putIfAbsent(errand.getKey(), errand.getValue());
        }

        private void goOn(long pause) {
            if (lines.computeIfPresent(team + " " + kind, (key, line) -> isDone() ? null : line) != null) {
                var unused = threads.schedule(this::queue, pause, TimeUnit.NANOSECONDS);
            }
        }

        private synchronized boolean isDone() {
            return waiting.isEmpty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
