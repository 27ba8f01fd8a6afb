package org.lessonbot.web;

import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that are open now, each with its stream of events. */
final class Streams implements AutoCloseable {
    /** Half of what Jetty waits before it takes a silent connection for dead. */
    private static final int BEAT_S = 12;

    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final Feed feed;
    private final WebLimits limits;
    private final ScheduledExecutorService workers;
    private final Future<?> beats;
    private final Set<FeedStream> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perViewer = new ConcurrentHashMap<>();

    Streams(Feed feed, WebLimits limits, ScheduledExecutorService workers) {
        this.feed = feed;
        this.limits = limits;
        this.workers = workers;
        this.beats =
                workers.scheduleWithFixedDelay(() -> open.forEach(FeedStream::beat), BEAT_S, BEAT_S, TimeUnit.SECONDS);
    }

    /**
     * Turns a request into a stream of events that lasts until the browser leaves.
     *
     * @param viewer for the limit on pages of one person
     */
    void open(Context ctx, String viewer, List<Topic> topics, Function<Item, Wire.Shown> shown) {
        open(ctx, feed, viewer, topics, shown);
    }

    /** The same, of another source than the feed. */
    void open(Context ctx, Source source, String viewer, List<Topic> topics, Function<Item, Wire.Shown> shown) {
        int mine = perViewer.getOrDefault(viewer, 0);
        boolean board = topics.size() == 1;
        if (open.size() >= limits.streams() || (!board && mine >= limits.streamsPerPerson())) {
            throw new Refusal(429, "web.refused.streams");
        }
        perViewer.merge(viewer, 1, Integer::sum);
        String last = Optional.ofNullable(ctx.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(ctx.queryParam("after")))
                .orElse("");
        HttpServletResponse response = ctx.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        ctx.future(() -> {
            AsyncContext request = ctx.req().getAsyncContext();
            FeedStream stream = stream(source, response, topics, last, item -> Wire.write(shown.apply(item)));
            open.add(stream);
            var unused = stream.start().whenComplete((ended, failure) -> {
                open.remove(stream);
                perViewer.computeIfPresent(viewer, (key, pages) -> pages == 1 ? null : pages - 1);
                end(request);
            });
            // Not for Javalin to end: when a browser left, Jetty has put the request away, and Javalin would fail at
            // it, and at its own failure, without end.
            return new CompletableFuture<>();
        });
    }

    private static void end(AsyncContext request) {
        try {
            request.complete();
        } catch (IllegalStateException gone) {
            log.debug("a browser had left before its stream ended: {}", gone.getMessage());
        }
    }

    private FeedStream stream(
            Source source, HttpServletResponse response, List<Topic> topics, String last, Function<Item, String> json) {
        try {
            return new FeedStream(source, topics, last, response.getOutputStream(), json, workers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        open.forEach(FeedStream::close);
    }
}
