package org.lessonbot.models.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** What all have in common: models that say what a test lets them say, mishaps, and a door that a test can keep shut. */
public abstract class FakeServer implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    /** So much that the connection takes it only if somebody reads: how else would one know that nobody does? */
    private static final int MORE_THAN_IS_BUFFERED = 4 << 20;

    private static final int PIECE = 1 << 16;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "models");
        thread.setDaemon(true);
        return thread;
    });
    /** Whether each has a template. */
    private final Map<String, Boolean> models = new LinkedHashMap<>();

    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final List<Heard> heard = new ArrayList<>();
    private Function<Prompt, Utterance> speech =
            prompt -> Utterance.of(prompt.chat() ? "Sure! It is so." : " and so it was. It went on.");
    private String secret = "";
    private boolean begunToThink;
    private final Turnstile turnstile = new Turnstile();
    private int hungUp;

    /** A request as it came. */
    public record Heard(String method, String path, JsonNode body) {}

    /** Something that the server refuses. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final transient JsonNode body;

        Refusal(int status, JsonNode body) {
            this.status = status;
            this.body = body;
        }
    }

    protected FakeServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** It has this model. */
    public synchronized FakeServer has(String model, boolean template) {
        models.put(model, template);
        return this;
    }

    /** Its templates begin the thinking, and it leaves what was thought in the text. */
    public synchronized FakeServer beginsToThink() {
        begunToThink = true;
        return this;
    }

    synchronized boolean isBegunToThink() {
        return begunToThink;
    }

    /** A question as it stands before the model. */
    final String rendered(String model, JsonNode asked) {
        String question = asked.path("messages").path(0).path("content").asText();
        return hasTemplate(model)
                ? "<s>[INST] " + question + " [/INST]" + (isBegunToThink() ? "<think>\n" : "")
                : unknown(question);
    }

    /** What comes of it where the model has no template. */
    String unknown(String question) {
        throw new Refusal(400, JSON.createObjectNode().put("error", "there is no chat template"));
    }

    /** What a model says whose template began the thinking: nothing tells where that was. */
    static String thoughtAndText(Utterance said) {
        return said.thinking() + (said.text().isEmpty() ? "" : "\n</think>\n\n" + said.text());
    }

    synchronized Set<String> models() {
        return Set.copyOf(models.keySet());
    }

    synchronized boolean hasTemplate(String model) {
        return models.getOrDefault(model, false);
    }

    /** What its models say. */
    public synchronized void says(Function<Prompt, Utterance> speech) {
        this.speech = speech;
    }

    public void says(Utterance always) {
        says(any -> always);
    }

    /** It lets nobody in without this key. */
    public synchronized FakeServer wants(String secret) {
        this.secret = secret;
        return this;
    }

    /** What becomes of the requests for words that come next. */
    public synchronized void next(Mishap... befall) {
        mishaps.addAll(List.of(befall));
    }

    /** Whoever asks for words waits from now on. */
    public void hold() {
        turnstile.hold();
    }

    /** Those who wait are answered, and who comes from now on. */
    public void release() {
        turnstile.release();
    }

    public synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** What was asked at this path. */
    public List<JsonNode> heard(String path) {
        return heard().stream()
                .filter(one -> one.path().equals(path))
                .map(Heard::body)
                .toList();
    }

    /** How many it answered at the same time. */
    public int mostAtOnce() {
        return turnstile.mostAtOnce();
    }

    /** How many wait for words now. */
    public int atOnce() {
        return turnstile.atOnce();
    }

    /** Returns once so many wait for words. */
    public void awaitAtOnce(int many) {
        turnstile.await(many);
    }

    /** How many went away before they were answered. */
    public synchronized int hungUp() {
        return hungUp;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = body(exchange);
        String path = exchange.getRequestURI().getPath();
        synchronized (this) {
            heard.add(new Heard(exchange.getRequestMethod(), path, body));
        }
        try {
            if (!secret.isEmpty()
                    && !("Bearer " + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "application/json", denial(exchange));
            } else if (asksForWords(path)) {
                words(exchange, path, body);
            } else {
                send(
                        exchange,
                        200,
                        "application/json",
                        other(exchange.getRequestMethod(), path, body).toString());
            }
        } catch (Refusal refusal) {
            send(exchange, refusal.status, "application/json", refusal.body.toString());
        } finally {
            exchange.close();
        }
    }

    /** Services repeat the key that they refuse. */
    private static String denial(HttpExchange exchange) {
        return "{\"error\":{\"message\":\"Incorrect API key provided: "
                + exchange.getRequestHeaders().getFirst("Authorization") + "\"}}";
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JsonProcessingException none) {
            throw new IOException(none);
        }
    }

    private void words(HttpExchange exchange, String path, JsonNode body) throws IOException {
        turnstile.enter();
        try {
            Mishap mishap = mishap();
            if (mishap != null) {
                mishap.befall(exchange);
            } else {
                JsonNode answer = answer(path, body);
                String padding = turnstile.waited() ? " ".repeat(MORE_THAN_IS_BUFFERED) : "";
                answered(exchange, body, answer + padding);
            }
        } finally {
            turnstile.leave();
        }
    }

    private void answered(HttpExchange exchange, JsonNode asked, String answer) {
        headers().forEach(exchange.getResponseHeaders()::set);
        try {
            send(exchange, 200, "application/json", answer);
            heardOut(asked);
        } catch (IOException gone) {
            synchronized (this) {
                hungUp++;
            }
        }
    }

    /** Whoever asked this has waited for the answer. */
    void heardOut(JsonNode asked) {}

    private synchronized Mishap mishap() {
        return mishaps.poll();
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        for (int at = 0; at < bytes.length; at += PIECE) {
            exchange.getResponseBody().write(bytes, at, Math.min(PIECE, bytes.length - at));
        }
        exchange.getResponseBody().flush();
    }

    final Utterance say(Prompt prompt, int most, List<String> stops) {
        Function<Prompt, Utterance> now;
        synchronized (this) {
            now = speech;
        }
        return now.apply(prompt).within(most, stops);
    }

    /** What it adds to each answer. */
    Map<String, String> headers() {
        return Map.of();
    }

    abstract boolean asksForWords(String path);

    /** @throws Refusal as the real one would refuse */
    abstract JsonNode answer(String path, JsonNode body);

    /** What stands at any other address. */
    abstract JsonNode other(String method, String path, JsonNode body);

    @Override
    public void close() {
        turnstile.open();
        http.stop(0);
        threads.shutdownNow();
    }
}
