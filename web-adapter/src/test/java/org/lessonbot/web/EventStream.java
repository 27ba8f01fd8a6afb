package org.lessonbot.web;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lessonbot.engine.DrivenTime;

/** A stream of server-sent events as a page reads it. */
final class EventStream implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "event-stream");
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

    private void read() {
        String id = "";
        String name = "";
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, name, line.substring(6)));
                }
            }
        } catch (UncheckedIOException closed) {
            return;
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

    boolean isQuiet() {
        return events.isEmpty();
    }

    @Override
    public void close() {
        response.body().close();
    }
}
