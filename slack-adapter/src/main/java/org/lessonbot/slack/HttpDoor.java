package org.lessonbot.slack;

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
import java.util.concurrent.Executors;
import org.lessonbot.slack.tables.TokenCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events and installations over HTTP. Slack's signature and its age are checked before anything else is looked at. */
final class HttpDoor implements AutoCloseable {
    /** Where admins allow the app in their workspace. */
    static final String INSTALL = "/slack/install";
    /** Where Slack sends them back to. */
    static final String REDIRECT = "/slack/oauth_redirect";

    private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);
    private static final int LONGEST_BODY = 1 << 20;

    private final App app;
    private final Signature signature;
    private final SlackRequestParser parser;
    private final HttpServer server;
    private final ExecutorService threads;

    /** Opens the door. */
    HttpDoor(App app, SlackSettings.Http where, Clock clock, int concurrency) throws IOException {
        this.app = app;
        this.signature = new Signature(where.signingSecret(), clock);
        this.parser = new SlackRequestParser(app.config());
        this.threads = Executors.newFixedThreadPool(concurrency, work -> {
            Thread thread = new Thread(work, "slack-http");
            thread.setDaemon(true);
            return thread;
        });
        this.server = HttpServer.create(new InetSocketAddress(where.host(), where.port()), 0);
        server.setExecutor(threads);
        server.createContext("/slack/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/slack/events");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            String text = new String(body, StandardCharsets.UTF_8);
            if (!isAdmitted(exchange, text)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            answer(exchange, run(exchange, text));
        }
    }

    /** Admins' browsers come to install the app; everything else is Slack's, and signed. */
    private boolean isAdmitted(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        boolean browser = exchange.getRequestMethod().equals("GET") && (path.equals(INSTALL) || path.equals(REDIRECT));
        Headers headers = exchange.getRequestHeaders();
        return browser
                || signature.isRight(
                        headers.getFirst("X-Slack-Request-Timestamp"), headers.getFirst("X-Slack-Signature"), body);
    }

    private Response run(HttpExchange exchange, String body) {
        URI uri = exchange.getRequestURI();
        try {
            return app.run(parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(uri.getPath())
                    .queryString(QueryStringParser.toMap(uri.getRawQuery()))
                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                    .remoteAddress(exchange.getRemoteAddress().getHostString())
                    .requestBody(body)
                    .build()));
        } catch (TokenCipher.WrongKeyException unreadable) {
            log.error("a request from Slack cannot be answered: {}", unreadable.getMessage());
            return Response.error(500);
        } catch (Exception failure) {
            log.error("a request from Slack was not understood", failure);
            return Response.error(500);
        }
    }

    private static void answer(HttpExchange exchange, Response response) throws IOException {
        byte[] body = Optional.ofNullable(response.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
        response.getHeaders()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        if (response.getContentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", response.getContentType());
        }
        exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
