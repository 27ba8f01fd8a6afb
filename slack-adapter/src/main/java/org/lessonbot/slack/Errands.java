package org.lessonbot.slack;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can wait a moment, and is not made up for after a crash: unasked whispers, consoles, the openings of threads and
 * pairs' conversations. Each line has its own pace, so that none waits for another.
 */
final class Errands implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final int LONGEST_LINE = 2_000;

    private final Duration minute;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4, work -> {
        Thread thread = new Thread(work, "slack-errands");
        thread.setDaemon(true);
        return thread;
    });

    /** The kinds of errands, and how fast they may follow each other in one workspace. */
    enum Kind {
        /** chat.postEphemeral: 100 a minute. */
        WHISPER(60, 40),
        /** views.publish: 100 a minute. */
        HOME(60, 40),
        /** conversations.open: 50 a minute. */
        GATHERING(33, 15),
        /** chat.postMessage, whose own limit is a channel's. */
        THREAD(54, 1),
        /** A response_url, which has no limit but its five answers. */
        CONSOLE(60_000, 1);

        private final int aMinute;
        private final int atOnce;

        Kind(int aMinute, int atOnce) {
            this.aMinute = aMinute;
            this.atOnce = atOnce;
        }
    }

    /** Something to do. */
    @FunctionalInterface
    interface Errand {
        void run() throws PlatformException;
    }

    Errands(RateLimits limits) {
        this.minute = limits.minute();
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param about what waits about the same gives way to this errand */
    void send(String team, Kind kind, String about, Errand errand) {
        lines.computeIfAbsent(team + " " + kind, any -> new Line(kind)).add(about, errand);
    }

    private final class Line {
        private final Kind kind;
        private final long apart;
        private final Map<String, Errand> waiting = new LinkedHashMap<>();
        private boolean busy;
        /** When the line would be empty of all that it did, in {@link System#nanoTime()}. */
        private long settled = System.nanoTime();

        Line(Kind kind) {
            this.kind = kind;
            this.apart = minute.dividedBy(kind.aMinute).toNanos();
        }

        synchronized void add(String about, Errand errand) {
            if (waiting.size() >= LONGEST_LINE) {
                log.warn("too many errands of the kind {} wait; one is dropped", kind);
                return;
            }
            waiting.put(about, errand);
            if (!busy) {
                busy = true;
                schedule(untilNext());
            }
        }

        private long untilNext() {
            long ahead = settled - System.nanoTime() - apart * (kind.atOnce - 1);
            return Math.max(0, ahead);
        }

        private void schedule(long nanos) {
            if (!threads.isShutdown()) {
                threads.schedule(this::next, nanos, TimeUnit.NANOSECONDS);
            }
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
            settled = Math.max(settled, System.nanoTime()) + apart;
            return first;
        }

        private synchronized void putBack(Map.Entry<String, Errand> errand) {
            waiting.putIfAbsent(errand.getKey(), errand.getValue());
        }

        private synchronized void goOn(long pause) {
            busy = !waiting.isEmpty();
            if (busy) {
                schedule(Math.max(pause, untilNext()));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
