package org.lessonbot.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Slack's HTTP side: the Web API, the response_urls and the address that files are sent to. */
final class ApiServer {
    private static final String API = "/api/";

    private final World world;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(ApiServer::daemon);
    private final Map<String, Method> methods = new HashMap<>();
    private final List<ApiCall> journal = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final Faults faults;
    private final Gate gate;

    ApiServer(World world, Faults faults) {
        // Headers and body are two writes: with Nagle's algorithm each answer would take 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.world = world;
        this.faults = faults;
        this.gate = new Gate(world);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free on loopback", e);
        }
        server.setExecutor(threads);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-slack-http");
        thread.setDaemon(true);
        return thread;
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String prefix() {
        return root() + API;
    }

    Gate gate() {
        return gate;
    }

    List<ApiCall> journal() {
        return List.copyOf(journal);
    }

    void add(Map<String, Method> more) {
        methods.putAll(more);
    }

    void serve(ResponseUrls responseUrls, HttpHandler uploads) {
        server.createContext(API, this::call);
        server.createContext(ResponseUrls.PATH, exchange -> respond(responseUrls, exchange));
        server.createContext(FileMethods.PATH, uploads);
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** From now on answers nothing, until {@link #release}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    private void waitWhileHeld() throws IOException {
        try {
            held.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void call(HttpExchange exchange) throws IOException {
        waitWhileHeld();
        String name = exchange.getRequestURI().getPath().substring(API.length());
        Map<String, String> form = Arguments.decode(read(exchange));
        Reply reply;
        Arguments arguments = new Arguments(Optional.empty(), form);
        synchronized (world) {
            try {
                Method method = Optional.ofNullable(methods.get(name)).orElseThrow(() -> gate.refuse(name));
                arguments = gate.admit(method, exchange.getRequestHeaders(), form);
                reply = answer(name, method, arguments);
            } catch (SlackError e) {
                reply = new Reply(200, 0, e.answer());
            } catch (RuntimeException e) {
                world.violation(name + " broke the fake itself: " + e);
                reply = new Reply(500, 0, Json.object("ok", false, "error", "internal_error"));
            }
            journal.add(new ApiCall(world.now(), name, arguments.caller(), form, reply.status(), reply.answer()));
            world.changed();
        }
        exchange.getResponseHeaders().set("x-oauth-scopes", gate.granted());
        reply.send(exchange);
    }

    /** What goes back: status 0 closes the connection without a word. */
    private record Reply(int status, int retryAfter, String body) {
        Reply(int status, int retryAfter, JsonObject answer) {
            this(status, retryAfter, answer.toString());
        }

        void send(HttpExchange exchange) throws IOException {
            if (status == 0) {
                exchange.close();
                return;
            }
            if (retryAfter > 0) {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(retryAfter));
            }
            respondJson(exchange, status, body);
        }

        /** For the journal, which keeps what Slack answered. */
        JsonObject answer() {
            return Json.parse(body)
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .orElseGet(JsonObject::new);
        }
    }

    private Reply answer(String name, Method method, Arguments arguments) {
        Optional<Faults.Fault> fault = faults.take(name);
        if (fault.isPresent() && !fault.get().afterwards()) {
            gate.close(name, fault.get().retryAfter());
            return reply(fault.get());
        }
        OptionalInt wait = gate.secondsToWait(name, method, arguments);
        if (wait.isPresent()) {
            return new Reply(429, wait.getAsInt(), Json.object("ok", false, "error", "ratelimited"));
        }
        gate.checkScope(method, arguments);
        JsonObject answer = method.answer().apply(arguments);
        answer.addProperty("ok", true);
        return fault.isPresent() ? reply(fault.get()) : new Reply(200, 0, answer);
    }

    private static Reply reply(Faults.Fault fault) {
        return new Reply(fault.status(), fault.retryAfter(), fault.body());
    }

    private void respond(ResponseUrls responseUrls, HttpExchange exchange) throws IOException {
        waitWhileHeld();
        String body = read(exchange);
        Optional<Faults.Fault> fault = faults.take(Faults.RESPONSE_URL);
        if (fault.isPresent()) {
            reply(fault.get()).send(exchange);
            return;
        }
        try {
            JsonObject said = Json.parse(body)
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .orElseThrow(() -> new SlackError("invalid_payload"));
            responseUrls.use(exchange.getRequestURI().getPath(), said);
            respondText(exchange, 200, "ok");
        } catch (SlackError e) {
            int status = e.code().endsWith("_url") ? 404 : 400;
            respondJson(exchange, status, e.answer().toString());
        }
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void respondJson(HttpExchange exchange, int status, String answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        respondText(exchange, status, answer);
    }

    static void respondText(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
