package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lessonbot.discord.fake.Limits.Refusal;
import org.lessonbot.discord.fake.Limits.Scope;
import org.lessonbot.discord.fake.Limits.Verdict;
import org.lessonbot.discord.fake.Outages.Failure;
import org.lessonbot.engine.DrivenTime;

/** Discord's REST API over HTTP: reads a request, applies outages, tokens and limits, and asks its route. */
final class RestServer implements AutoCloseable {
    private static final String BASE = "/api/v10";
    private static final int HUNG_UP = 0;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final World world;
    private final Limits limits;
    private static final String NOT_DISCORDS = "<html>Log in to the school's network</html>";

    private final Outages outages = new Outages();
    private final String token;
    private final Map<Route, Function<Call, Reply>> handlers = new EnumMap<>(Route.class);
    private final Queue<Recorded> journal = new ConcurrentLinkedQueue<>();
    private final Optional<OpenApiCheck> description;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean tokenRefused;

    RestServer(World world, Limits limits, String token) {
        // Headers and body are two writes: with Nagle's algorithm each answer would take 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.world = world;
        this.limits = limits;
        this.token = token;
        this.description = OpenApiCheck.ofSystemProperty();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    void on(Route route, Function<Call, Reply> handler) {
        handlers.put(route, handler);
    }

    void start() {
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + BASE + "/";
    }

    Outages outages() {
        return outages;
    }

    void refuseToken(boolean refused) {
        tokenRefused = refused;
    }

    List<Recorded> journal() {
        return List.copyOf(journal);
    }

    private void serve(HttpExchange http) {
        String asked = http.getRequestMethod() + " " + http.getRequestURI();
        try {
            byte[] sent = http.getRequestBody().readAllBytes();
            String whole = http.getRequestURI().getRawPath();
            String path = whole.startsWith(BASE) ? whole.substring(BASE.length()) : "";
            Optional<Route> route = Route.of(http.getRequestMethod(), path);
            if (route.isEmpty()) {
                world.violation("no such route in the fake: " + asked);
                send(http, new Reply(404, Payloads.error(0, "404: Not Found")), Map.of());
                return;
            }
            Answer answer = withOutages(http, route.get(), path, sent);
            record(route.get(), path, answer);
            if (answer.reply().status() != HUNG_UP) {
                send(http, answer.reply(), answer.headers());
            }
        } catch (IOException e) {
            // Whoever asked is gone; there is nobody to answer.
        } catch (RuntimeException e) {
            world.violation("the fake failed at " + asked + ": " + e);
        } finally {
            http.close();
        }
    }

    /** What a request turned out to carry, and what it is answered with. */
    private record Answer(JsonNode body, Reply reply, Map<String, String> headers) {}

    private Answer withOutages(HttpExchange http, Route route, String path, byte[] sent) {
        Optional<Failure> failure = outages.next(route);
        int status = failure.map(Failure::status).orElse(HUNG_UP);
        Reply failed = new Reply(status, status < 300 ? TextNode.valueOf(NOT_DISCORDS) : Json.missing());
        if (failure.isPresent() && !failure.get().carriedOut()) {
            return new Answer(Json.missing(), failed, Map.of());
        }
        Answer answer = answer(http, route, path, sent);
        return failure.isPresent() ? new Answer(answer.body(), failed, Map.of()) : answer;
    }

    private Answer answer(HttpExchange http, Route route, String path, byte[] sent) {
        Map<String, String> variables = route.variables(path);
        Verdict verdict = limits.judge(route, route.majorParameter(variables));
        if (verdict.floods()) {
            world.violation(route + " came again and again before it was told to: " + path);
        }
        if (verdict.refusal().isPresent()) {
            return new Answer(Json.missing(), refused(verdict.refusal().get()), verdict.headers());
        }
        Multipart body;
        try {
            body = body(http, sent);
        } catch (IOException e) {
            JsonNode error = Payloads.error(50109, "The request body contains invalid JSON.");
            return new Answer(Json.missing(), new Reply(400, error), verdict.headers());
        }
        Call call = new Call(route, variables, query(http), body.json(), body.files());
        Reply reply = reply(http, call, sent.length);
        if (reply.status() < 400) {
            description.ifPresent(
                    spec -> spec.check(route.method(), path, body.json()).forEach(world::violation));
        }
        Map<String, String> headers = new HashMap<>(verdict.headers());
        if (reply.body().has("retry_after")) {
            headers.put("retry-after", reply.body().path("retry_after").asText());
        }
        return new Answer(body.json(), reply, headers);
    }

    private static Reply refused(Refusal refusal) {
        if (refusal.scope() == Scope.PROXY) {
            return new Reply(429, Json.missing());
        }
        JsonNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", refusal.retryAfter().toNanos() / 1e9)
                .put("global", refusal.scope() == Scope.GLOBAL);
        return new Reply(429, body);
    }

    private Reply reply(HttpExchange http, Call call, int size) {
        try {
            String authorization = http.getRequestHeaders().getFirst("Authorization");
            boolean authorized = ("Bot " + token).equals(authorization) && !tokenRefused;
            if (!call.route().byInteraction() && !authorized) {
                throw ApiError.unauthorized();
            }
            if (size > MOST_BYTES) {
                throw ApiError.tooLarge();
            }
            Function<Call, Reply> handler = Optional.ofNullable(handlers.get(call.route()))
                    .orElseThrow(() -> new IllegalStateException("nothing serves " + call.route()));
            return world.locked(() -> handler.apply(call));
        } catch (ApiError refusal) {
            return new Reply(refusal.status(), refusal.body());
        }
    }

    private void record(Route route, String path, Answer answer) {
        int status = answer.reply().status();
        int code = status < 400 ? 0 : answer.reply().body().path("code").asInt();
        limits.count(status);
        world.locked(() -> {
            journal.add(new Recorded(Instant.now(), route, path, answer.body(), status, code));
        });
    }

    private static void send(HttpExchange http, Reply reply, Map<String, String> headers) throws IOException {
        headers.forEach((name, value) -> http.getResponseHeaders().set(name, value));
        if (reply.body().isMissingNode()) {
            http.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] bytes = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(reply.status(), bytes.length);
        http.getResponseBody().write(bytes);
    }

    private static Multipart body(HttpExchange http, byte[] sent) throws IOException {
        if (sent.length == 0) {
            return new Multipart(Json.missing(), List.of());
        }
        String type = Optional.ofNullable(http.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return type.startsWith("multipart/") ? Multipart.read(type, sent) : new Multipart(Json.read(sent), List.of());
    }

    private static Map<String, String> query(HttpExchange http) {
        Map<String, String> query = new HashMap<>();
        String raw = Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /** Lets the answers under way reach the bot first. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS)) {
                world.violation("a request was still being answered when the fake closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
