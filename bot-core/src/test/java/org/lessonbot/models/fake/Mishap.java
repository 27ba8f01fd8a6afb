package org.lessonbot.models.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What becomes of a request instead of an answer. */
@FunctionalInterface
public interface Mishap {
    void befall(HttpExchange exchange) throws IOException;

    /** A status with JSON. */
    static Mishap status(int status, String json) {
        return exchange -> FakeServer.send(exchange, status, "application/json", json);
    }

    /** Too many requests, and when to come again. */
    static Mishap busy(String retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            FakeServer.send(exchange, 429, "application/json", "{\"error\":{\"message\":\"slow down\"}}");
        };
    }

    /** As llama.cpp's server says it. */
    static Mishap loading() {
        return status(503, "{\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}");
    }

    /** A page of somebody else's, with a status of success. */
    static Mishap page() {
        return exchange -> FakeServer.send(exchange, 200, "text/html", "<html><form>Log in</form></html>");
    }

    /** A status of success, and an error in it. */
    static Mishap errorInside(String message) {
        return status(200, "{\"error\":{\"message\":\"" + message + "\",\"code\":500}}");
    }

    /** The connection ends in the middle of the answer. */
    static Mishap cutOff() {
        return exchange -> {
            byte[] half = "{\"choices\":[{\"text\":\"It was".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, half.length + 100L);
            exchange.getResponseBody().write(half);
            exchange.getResponseBody().flush();
            // Closing it in order would be refused, for more was promised.
            throw new IOException("cut");
        };
    }

    /** More and more of nothing. */
    static Mishap endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(blanks);
            }
        };
    }
}
