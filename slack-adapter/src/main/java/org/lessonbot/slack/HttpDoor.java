package org.lessonbot.slack;

import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.QueryStringParser;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.lessonbot.slack.tables.TokenCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events and installations over HTTP. Slack's signature and its age are checked before anything else is looked at; what
 * people do is acknowledged then, and worked on elsewhere.
 */
final class HttpDoor implements AutoCloseable {
    /** Where admins allow the app in their workspace. */
    static final String INSTALL = "/slack/install";
    /** Where Slack sends them back to. */
    static final String REDIRECT = "/slack/oauth_redirect";

    private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
    private static final int LONGEST_BODY = 1 << 20;
    /** So many may knock at once; more would be let wait a second by the system before it tries again. */
    private static final int BACKLOG = 1_024;
    /** Slack asks once whether this is the address that it was given. */
    private static final String ASKS = "url_verification";

    private final App app;
    private final Intake intake;
    private final JsonPayloadExtractor payloads = new JsonPayloadExtractor();
    private final Signature signature;
    private final SlackRequestParser parser;
    private final HttpServer server;
    private final ExecutorService threads;

    /** Opens the door. */
    HttpDoor(App app, Intake intake, SlackSettings.Http where, Clock clock, int concurrency) throws IOException {
        this.app = app;
        this.intake = intake;
        this.signature = new Signature(where.signingSecret(), clock);
        this.parser = new SlackRequestParser(app.config());
        this.threads = Workers.of("slack-http", concurrency, Integer.MAX_VALUE);
        this.server = HttpServer.create(new InetSocketAddress(where.host(), where.port()), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/slack/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/slack/events");
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        String text = new String(body, StandardCharsets.UTF_8);
        if (body.length > LONGEST_BODY) {
            turnAway(exchange, 413);
        } else if (!isBrowser(exchange) && !isSigned(exchange, text)) {
            turnAway(exchange, 401);
        } else {
            admit(exchange, text);
        }
    }

    private void admit(HttpExchange exchange, String body) throws IOException {
        SlackRequestParser.HttpRequest request;
        try {
            request = request(exchange, body);
        } catch (RuntimeException unreadable) {
            log.info("what came to the door for Slack cannot be read: {}", unreadable.getMessage());
            turnAway(exchange, 400);
            return;
        }
        String type = typeOf(body);
        if (isBrowser(exchange) || type.equals(ASKS)) {
            answer(exchange, run(request));
        } else if (!intake.take(Envelope.isForm(type), () -> parser.parse(request), said -> answer(exchange, said))) {
            turnAway(exchange, 503);
        }
    }

    /** The type of what is in the body; empty for a command, which is no JSON, and for what cannot be read. */
    private String typeOf(String body) {
        try {
            String payload = body.startsWith("{") ? body : payloads.extractIfExists(body);
            return payload == null ? "" : Envelope.typeOf(payload);
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** Admins' browsers come to install the app; everything else is Slack's, and signed. */
    private static boolean isBrowser(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return exchange.getRequestMethod().equals("GET") && (path.equals(INSTALL) || path.equals(REDIRECT));
    }

    private boolean isSigned(HttpExchange exchange, String body) {
        Headers headers = exchange.getRequestHeaders();
        return signature.isRight(
                headers.getFirst("X-Slack-Request-Timestamp"), headers.getFirst("X-Slack-Signature"), body);
    }

    private static SlackRequestParser.HttpRequest request(HttpExchange exchange, String body) {
        URI uri = exchange.getRequestURI();
        return SlackRequestParser.HttpRequest.builder()
                .requestUri(uri.getPath())
                .queryString(QueryStringParser.toMap(uri.getRawQuery()))
                .headers(new RequestHeaders(exchange.getRequestHeaders()))
                .remoteAddress(exchange.getRemoteAddress().getHostString())
                .requestBody(body)
                .build();
    }

    private Response run(SlackRequestParser.HttpRequest request) {
        try {
            return app.run(parser.parse(request));
        } catch (TokenCipher.WrongKeyException unreadable) {
            log.error("a request from Slack cannot be answered: {}", unreadable.getMessage());
            return Response.error(500);
        } catch (Exception failure) {
            log.error("a request from Slack was not understood", failure);
            return Response.error(500);
        }
    }

    private static void turnAway(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static void answer(HttpExchange exchange, Response response) {
        byte[] body = Optional.ofNullable(response.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
        response.getHeaders()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        if (response.getContentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", response.getContentType());
        }
        try (exchange) {
            exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            log.info("whoever asked did not wait for the answer: {}", gone.getMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
