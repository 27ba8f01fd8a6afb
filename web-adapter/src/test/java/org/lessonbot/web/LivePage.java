package org.lessonbot.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.lessonbot.engine.DrivenTime;

/** A page that stays open: it follows the feed, and comes back after a restart with the id of the last event. */
final class LivePage {
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(50);

    private final HttpClient client;
    private final URI feed;
    private final Map<Long, JsonNode> items = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile String lastEvent = "";

    LivePage(Browser browser, URI feed) {
        this.client = Browser.client(browser.cookies(), HttpClient.Redirect.NEVER);
        this.feed = feed;
        Thread reader = new Thread(this::follow, "live-page");
        reader.setDaemon(true);
        reader.start();
    }

    /** What the page shows of one place, oldest first, once it has caught up. */
    List<JsonNode> items(String where) {
        try {
            if (!ready.await(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the page never caught up");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return items.values().stream()
                .filter(item -> item.path("where").asText().equals(where))
                .filter(item -> !item.path("html").asText().isEmpty())
                .sorted(Comparator.comparingLong(item -> item.path("place").asLong()))
                .toList();
    }

    /** Shows something that came with an answer, or over the feed; whichever comes first. */
    void show(JsonNode item) {
        items.merge(
                item.path("number").asLong(),
                item,
                (there, other) ->
                        there.path("version").asLong() > other.path("version").asLong() ? there : other);
    }

    /** The newest thing that the page shows of one place, once there is any. */
    JsonNode await(String where) {
        long start = System.nanoTime();
        List<JsonNode> shown = items(where);
        while (shown.isEmpty()) {
            if (System.nanoTime() - start > DrivenTime.HANGS.toNanos()) {
                throw new AssertionError("nothing is shown as " + where);
            }
            LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
            shown = items(where);
        }
        return shown.get(shown.size() - 1);
    }

    private void follow() {
        while (!closed) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(feed).header("Accept", "text/event-stream");
                if (!lastEvent.isEmpty()) {
                    request.header("Last-Event-ID", lastEvent);
                }
                read(client.send(request.build(), BodyHandlers.ofLines()));
            } catch (IOException | UncheckedIOException away) {
                // The server is being restarted.
            } catch (InterruptedException closing) {
                return;
            }
            LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
        }
    }

    private void read(HttpResponse<Stream<String>> response) throws IOException {
        String name = "";
        String id = "";
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ") && name.equals("item")) {
                    show(Browser.JSON.readTree(line.substring(6)));
                    lastEvent = id;
                } else if (line.startsWith("data: ") && name.equals("ready")) {
                    ready.countDown();
                } else if (line.startsWith("data: ") && name.equals("refused")) {
                    // Whoever is known no longer: nothing changes that, so it is not tried again.
                    closed = true;
                }
            }
        }
    }

    void close() {
        closed = true;
    }
}
