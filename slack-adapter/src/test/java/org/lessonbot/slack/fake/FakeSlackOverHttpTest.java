package org.lessonbot.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real Bolt behind a server of its own gets signed requests. */
class FakeSlackOverHttpTest {
    private FakeSlack slack;
    private ToyApp toy;
    private HttpServer server;
    private URI address;
    private User ada;
    private Channel room;

    @BeforeEach
    void serve() throws Exception {
        slack = FakeSlack.start();
        ada = slack.user("ada");
        room = slack.channel("room", ada);
        toy = new ToyApp(slack);
        toy.app.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/slack/events", exchange -> answer(toy.app, exchange));
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
        slack.deliverTo(address);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(0);
        toy.app.stop();
        slack.close();
    }

    private static void answer(App app, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request<?> request = new SlackRequestParser(app.config())
                .parse(SlackRequestParser.HttpRequest.builder()
                        .requestUri(exchange.getRequestURI().getPath())
                        .queryString(Map.of())
                        .requestBody(new String(body, StandardCharsets.UTF_8))
                        .headers(new RequestHeaders(exchange.getRequestHeaders()))
                        .remoteAddress("127.0.0.1")
                        .build());
        try (exchange) {
            Response response = app.run(request);
            byte[] answer = Optional.ofNullable(response.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.getStatusCode(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Test
    void aSignedRequestIsTaken() {
        assertThat(slack.slash(ada, room, "/lesson", "start").awaitShown().text())
                .isEqualTo("Started");

        Post poll = slack.awaitMessage(room, post -> post.actionIds().contains("vote"));
        slack.press(ada, poll, "ask").acked();
        assertThat(slack.submit(ada, slack.awaitView(ada), Map.of("q/text", "Why"))
                        .errors())
                .containsKey("q");
        slack.openHome(ada).acked();
        assertThat(toy.homesOpened).hasValue(1);
    }

    @Test
    void aForgedRequestIsRefused() {
        slack.deliverTo(address, "some other secret");

        assertThat(slack.slash(ada, room, "/lesson", "start").unanswered()).isEqualTo("HTTP status 401");
        assertThat(slack.messages(room)).isEmpty();
    }
}
