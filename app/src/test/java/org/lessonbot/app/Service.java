package org.lessonbot.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another service on this machine, which says the same to everybody. */
final class Service implements AutoCloseable {
    private final HttpServer server;
    private volatile String scopes = "";

    private Service(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
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
