package org.lessonbot.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.plan.Phrasebook;

class BrowserTest {
    private static final String PAGE = "<main data-path=\"/room\" data-token=\"mark\">";
    private static final String ITEM =
            "id: #\nevent: item\ndata: {\"number\":#,\"version\":#,\"where\":\"room\",\"html\":\"item #\"}\n\n";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/room", exchange -> send(exchange, 200, PAGE));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aStreamThatEndsOrCannotBeHadIsTakenUpWhereItWas() throws Exception {
        server.createContext("/room/feed", this::feed);
        URI room = new URI("http", null, "127.0.0.1", server.getAddress().getPort(), "/room", null, null);

        try (Browser browser = Browser.open(HttpClient.newHttpClient(), room, Phrasebook.of("en"))) {
            assertThat(browser.await(one -> one.room().size() == 2)).isTrue();

            assertThat(browser.room()).containsExactly("item 1", "item 2");
            assertThat(asked).startsWith("after=", "after=1", "after=1");
        }
    }

    /** One item and the end; then nothing for now; then the next item. */
    private void feed(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getQuery());
        switch (asked.size()) {
            case 1 -> send(exchange, 200, ITEM.replace("#", "1"));
            case 2 -> send(exchange, 503, "later");
            default -> send(exchange, 200, ITEM.replace("#", "2"));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
