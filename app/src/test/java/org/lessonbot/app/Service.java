package org.lessonbot.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Another service on this machine, which says the same to everybody, but for what it is told to say at some address. */
final class Service implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> elsewhere = new ConcurrentHashMap<>();
    private volatile String scopes = "";

    private Service(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String said = elsewhere.getOrDefault(exchange.getRequestURI().getPath(), body);
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            if (!scopes.isEmpty()) {
                exchange.getResponseHeaders().set("x-oauth-scopes", scopes);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    static Service answering(int status, String body) throws IOException {
        return new Service(status, body);
    }

    Service saying(String path, String body) {
        elsewhere.put(path, body);
        return this;
    }

    /** From now on tells these scopes with every answer, as Slack does. */
    void granting(String granted) {
        scopes = granted;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
