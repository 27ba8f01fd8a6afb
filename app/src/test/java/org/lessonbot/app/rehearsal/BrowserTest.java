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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.plan.Phrasebook;

/** How simulated people take it when something does not count. */
class BrowserTest {
    private static final Phrasebook WORDS = Phrasebook.of("en");
    private static final Said BUSY = new Said(503, "{\"problem\":\"" + WORDS.say("web.not-counted") + "\"}");
    private static final Said NOT_SAVED = whisper(WORDS.say("engine.not-counted"));
    private static final Said COUNTED = whisper("Your guess: A");

    private final Deque<Said> acts = new ArrayDeque<>();
    private final Deque<Said> pages =
            new ArrayDeque<>(List.of(BUSY, new Said(200, "<body data-path=\"/room\" data-token=\"t\">")));
    private HttpServer server;

    private record Said(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", page -> answer(page, pages.remove()));
        server.createContext("/room/feed", feed -> answer(feed, new Said(200, "event: ready\n\n")));
        server.createContext("/room/act", act -> answer(act, acts.remove()));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whoeverIsToldToTryAgainInAMomentDoes() {
        acts.addAll(List.of(BUSY, NOT_SAVED, COUNTED));

        assertThat(press().text()).isEqualTo("Your guess: A");
        assertThat(acts).isEmpty();
    }

    @Test
    void whoeverTriedAFewTimesInVainGivesUp() {
        acts.addAll(List.of(BUSY, NOT_SAVED, NOT_SAVED, BUSY, COUNTED));

        assertThat(press().text()).isEqualTo(WORDS.say("web.not-counted"));
        assertThat(acts).containsExactly(COUNTED);
    }

    private Browser.Answer press() {
        URI link = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        try (Browser browser = Browser.open(HttpClient.newHttpClient(), link, WORDS)) {
            return browser.command("status", Map.of());
        }
    }

    private static Said whisper(String text) {
        return new Said(200, "{\"outcome\":\"whisper\",\"item\":{\"html\":\"<p>" + text + "</p>\"}}");
    }

    private static void answer(HttpExchange exchange, Said said) throws IOException {
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
