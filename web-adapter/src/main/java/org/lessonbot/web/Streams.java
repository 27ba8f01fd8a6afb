package org.lessonbot.web;

import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Rooms.Classroom;
import org.lessonbot.web.tables.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that are open now, each with its stream of events. */
final class Streams implements AutoCloseable {
    /** What streams are written in. */
    static final String EVENTS = "text/event-stream";

    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final WebLimits limits;
    private final ScheduledExecutorService workers;
    private final Future<?> beats;
    private final AtomicLong numbers = new AtomicLong();
    private final Set<Open> open = new ConcurrentSkipListSet<>();
    private final Telling toPeople = new Telling(Wire.Shown::toPeople);
    private final Telling toBoard = new Telling(Wire.Shown::toBoard);

    Streams(WebLimits limits, ScheduledExecutorService workers) {
        this.limits = limits;
        this.workers = workers;
        long beat = limits.silence().toMillis() / 2;
        this.beats = workers.scheduleWithFixedDelay(
                () -> open.forEach(page -> page.stream().beat()), beat, beat, TimeUnit.MILLISECONDS);
    }

    /**
     * A page whose stream is asked for.
     *
     * @param person whose page it is; empty for a board, of which there may be any number
     * @param teaches whether it is shown who is in the room by name
     * @param renewals of the room's teachers' link, as they were when it was opened
     */
    record Viewer(String room, String person, boolean teaches, int renewals) {
        static Viewer of(Visitor visitor) {
            Classroom room = visitor.room();
            return new Viewer(room.id(), visitor.person().id(), visitor.door() == Door.TEACHER, room.renewals());
        }

        static Viewer board(String room) {
            return new Viewer(room, "", false, 0);
        }

        boolean isBoard() {
            return person.isEmpty();
        }
    }

    /** One that is open; those opened earlier come first. */
    private record Open(long number, Viewer viewer, String page, FeedStream stream) implements Comparable<Open> {
        @Override
        public int compareTo(Open other) {
            return Long.compare(number, other.number);
        }

        boolean isOf(String person) {
            return viewer.person().equals(person);
        }
    }

    /** Turns a request into a stream of events that lasts until the browser leaves, or the same person opens too many. */
    void open(Context ctx, Source source, Viewer viewer, List<Topic> topics) {
        if (open.size() >= limits.streams() && !letOneGo()) {
            throw new Refusal(429, "web.refused.streams");
        }
        String last = Optional.ofNullable(ctx.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(ctx.queryParam("after")))
                .orElse("");
        String page = Optional.ofNullable(ctx.queryParam("page")).orElse("");
        HttpServletResponse response = ctx.res();
        response.setContentType(EVENTS);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        ctx.future(() -> {
            AsyncContext request = ctx.req().getAsyncContext();
            FeedStream stream = stream(source, response, topics, last, viewer.isBoard() ? toBoard : toPeople);
            Open opened = new Open(numbers.incrementAndGet(), viewer, page, stream);
            open.add(opened);
            var unused = stream.start().whenComplete((ended, failure) -> {
                open.remove(opened);
                end(request);
            });
            makeRoom(viewer.person());
            // Not for Javalin to end: when a browser left, Jetty has put the request away, and Javalin would fail at
            // it, and at its own failure, without end.
            return new CompletableFuture<>();
        });
    }

    /**
     * The oldest pages of a person give way to the newest. A browser that reloads leaves streams behind that are dead, and
     * that nobody knows to be dead until something is written to them.
     */
    private void makeRoom(String person) {
        if (person.isEmpty()) {
            return;
        }
        List<Open> theirs =
                open.stream().filter(page -> page.isOf(person)).sorted().toList();
        theirs.stream()
                .limit(Math.max(0, theirs.size() - limits.streamsPerPerson()))
                .forEach(page -> {
                    open.remove(page);
                    page.stream().giveWay();
                });
    }

    /**
     * Where as many pages are open as may be, whoever has most of them gives up their oldest: one who opens very many shuts
     * nobody out.
     *
     * @return false if nobody has more than one
     */
    private boolean letOneGo() {
        Optional<Open> oldest = open.stream().collect(Collectors.groupingBy(Open::viewer)).values().stream()
                .filter(theirs -> theirs.size() > 1)
                .max(Comparator.comparingInt(List::size))
                .flatMap(theirs -> theirs.stream().min(Comparator.naturalOrder()));
        oldest.ifPresent(page -> {
            open.remove(page);
            page.stream().giveWay();
        });
        return oldest.isPresent();
    }

    private static void end(AsyncContext request) {
        try {
            request.complete();
        } catch (IllegalStateException gone) {
            log.debug("a browser had left before its stream ended: {}", gone.getMessage());
        }
    }

    private FeedStream stream(
            Source source, HttpServletResponse response, List<Topic> topics, String last, Function<Item, byte[]> json) {
        try {
            return new FeedStream(source, topics, last, response.getOutputStream(), json, workers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the streams of all pages of a person's. */
    void end(String person) {
        end(page -> page.isOf(person));
    }

    /** Ends the streams of one page of a person's. */
    void end(String person, String page) {
        end(one -> one.isOf(person) && one.page().equals(page));
    }

    private void end(Predicate<Open> which) {
        open.stream().filter(which).forEach(page -> page.stream().close());
    }

    /** How many pages are open. */
    int count() {
        return open.size();
    }

    /** The rooms of which pages are open. */
    Set<String> rooms() {
        return open.stream().map(page -> page.viewer().room()).collect(Collectors.toSet());
    }

    /** Who has pages of a room open. */
    Set<String> viewers(String room) {
        return open.stream()
                .map(Open::viewer)
                .filter(viewer -> viewer.room().equals(room) && !viewer.person().isEmpty())
                .map(Viewer::person)
                .collect(Collectors.toSet());
    }

    /** Ends the streams of teachers from before their link was renewed. Whoever still has a right comes back by themselves. */
    void dismiss(Classroom room) {
        end(page -> page.viewer().room().equals(room.id())
                && page.viewer().teaches()
                && page.viewer().renewals() < room.renewals());
    }

    /** Tells the pages of a room who is there, those that do not know it yet. */
    void tellHere(String room, String everybody, String teachers) {
        open.stream()
                .filter(page -> page.viewer().room().equals(room))
                .forEach(page -> page.stream().here(page.viewer().teaches() ? teachers : everybody));
    }

    @Override
    public void close() {
        beats.cancel(false);
        end(page -> true);
    }
}
