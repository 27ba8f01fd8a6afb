package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lessonbot.engine.DrivenTime;

/** A stream of server-sent events as a page reads it. */
final class EventStream implements AutoCloseable {
    /** Comes whenever the server's time for it has come, between any two others. */
    private static final String BEAT = "beat";

    private final HttpResponse<Stream<String>> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Event> here = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        // Here, for it may be closed before the reader begins.
        Iterator<String> lines = response.body().iterator();
        Thread reader = new Thread(() -> read(lines), "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    record Event(String id, String name, String data) {
        JsonNode item() {
            try {
                return Browser.JSON.readTree(data);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        String html() {
            return item().path("html").asText();
        }
    }

    int status() {
        return response.statusCode();
    }

    private void read(Iterator<String> lines) {
        String id = "";
        String name = "";
        try {
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ") && !name.equals(BEAT)) {
                    (name.equals("here") ? here : events).add(new Event(id, name, line.substring(6)));
                }
            }
        } catch (UncheckedIOException closed) {
            // Whoever closed the stream has seen enough.
        } finally {
            end.complete(null);
        }
    }

    /** The items up to the moment when the page has caught up. */
    List<Event> untilReady() throws InterruptedException {
        List<Event> items = new ArrayList<>();
        for (Event event = next(); !event.name().equals("ready"); event = next()) {
            items.add(event);
        }
        return items;
    }

    /** The next event; fails if none comes. */
    Event next() throws InterruptedException {
        Event event = events.poll(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
        return event == null ? fail("no event came") : event;
    }

    /** The next event whose drawing holds this text. */
    Event awaitText(String text) throws InterruptedException {
        Event event = next();
        while (!event.html().contains(text)) {
            event = next();
        }
        return event;
    }

    /** Waits until it is said of who is in the room what is awaited, and gives that. */
    JsonNode awaitHere(Predicate<JsonNode> awaited) throws InterruptedException {
        while (true) {
            Event event = here.poll(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                return fail("nothing of that kind was said of who is here");
            }
            if (awaited.test(event.item())) {
                return event.item();
            }
        }
    }

    /** Waits until the server has ended it. */
    void awaitEnd() {
        assertThat(end).succeedsWithin(DrivenTime.HANGS);
    }

    boolean isQuiet() {
        return events.isEmpty();
    }

    @Override
    public void close() {
        response.body().close();
    }
}
