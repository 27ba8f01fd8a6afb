package org.lessonbot.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open page: server-sent events whose id says how far each topic was seen, so that a page which comes back is sent what
 * it missed. Writes without blocking: a slow browser holds no thread, and when it is ready again it gets each item once, as
 * it is by then.
 */
final class FeedStream implements WriteListener, Runnable {
    private static final Logger log = LoggerFactory.getLogger(FeedStream.class);

    private final Source source;
    private final List<Topic> topics;
    private final long[] seen;
    private final ServletOutputStream out;
    private final Function<Item, byte[]> json;
    private final Executor workers;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean greeted;
    private boolean flushes;
    /** Before Jetty says so, a write would block, and Jetty would refuse the listener. */
    private volatile boolean writes;

    private volatile boolean beats;
    private volatile boolean givesWay;
    private volatile String here = "";
    private String told = "";
    private boolean saidSo;

    /**
     * @param lastEvent the id of the last event that the page got; empty for a page just opened
     * @param json how an item is told to this viewer, in UTF-8
     */
    FeedStream(
            Source source,
            List<Topic> topics,
            String lastEvent,
            ServletOutputStream out,
            Function<Item, byte[]> json,
            Executor workers) {
        this.source = source;
        this.topics = topics;
        this.seen = versions(lastEvent, topics.size());
        this.out = out;
        this.json = json;
        this.workers = workers;
    }

    /** Completes when the browser is gone or the stream was closed. */
    CompletableFuture<Void> start() {
        Runnable wake = this;
        source.follow(topics, wake);
        out.setWriteListener(this);
        return end.whenComplete((ended, failure) -> source.stop(topics, wake));
    }

    void close() {
        end.complete(null);
    }

    /** Shows the page and proxies that the connection lives, and us if it does not. */
    void beat() {
        beats = true;
        run();
    }

    /** Who is in the room, as JSON. */
    void here(String people) {
        if (!people.equals(here)) {
            here = people;
            run();
        }
    }

    /** Ends, and tells the page that it need not come back by itself. */
    void giveWay() {
        givesWay = true;
        run();
    }

    /** There may be something to send. Returns at once. */
    @Override
    public void run() {
        if (calls.getAndIncrement() == 0) {
            workers.execute(this::work);
        }
    }

    @Override
    public void onWritePossible() {
        writes = true;
        run();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    private void work() {
        int answered;
        do {
            answered = calls.get();
            try {
                pump();
            } catch (IOException gone) {
                close();
            } catch (RuntimeException failure) {
                log.debug("a feed waits for the next beat: {}", failure.getMessage());
            }
        } while (!calls.compareAndSet(answered, 0));
    }

    private void pump() throws IOException {
        while (writes && !end.isDone() && out.isReady()) {
            if (waiting.isEmpty()) {
                read();
            }
            byte[] next = waiting.poll();
            if (next != null) {
                out.write(next);
                flushes = true;
            } else if (flushes) {
                flushes = false;
                out.flush();
            } else if (givesWay) {
                close();
            } else {
                return;
            }
        }
    }

    private void read() {
        for (int i = 0; i < seen.length; i++) {
            for (Item item : source.after(topics.get(i), seen[i])) {
                seen[i] = item.version();
                send("id: " + id() + "\nevent: item\ndata: ");
                waiting.add(json.apply(item));
                send("\n\n");
            }
        }
        if (!greeted) {
            greeted = true;
            send("retry: 1500\nevent: ready\ndata: {}\n\n");
        }
        String people = here;
        if (!people.equals(told)) {
            told = people;
            send("event: here\ndata: " + people + "\n\n");
        }
        if (givesWay && !saidSo) {
            saidSo = true;
            send("event: over\ndata: {}\n\n");
        }
        if (beats) {
            beats = false;
            send("event: beat\ndata: {}\n\n");
        }
    }

    private void send(String text) {
        waiting.add(text.getBytes(StandardCharsets.UTF_8));
    }

    private String id() {
        return Arrays.stream(seen).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    /** How far a page has seen each topic; from the start if its id is none of ours. */
    private static long[] versions(String id, int topics) {
        String[] parts = id.split("\\.");
        long[] versions = new long[topics];
        if (parts.length == topics && Arrays.stream(parts).allMatch(part -> part.matches("\\d{1,18}"))) {
            Arrays.setAll(versions, i -> Long.parseLong(parts[i]));
        }
        return versions;
    }
}
