package org.lessonbot.app.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What one browser asks for: with its cookies, wherever it is sent on to. */
final class Client {
    /** Ends what hangs, and nothing else: what a busy machine takes is measured, and is no failure. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Whoever is told to try again in a moment does so as often as this. */
    static final int TRIES = 4;

    private static final Duration MOMENT = Duration.ofMillis(250);

    private final HttpClient http;
    private final Map<String, String> cookies = new TreeMap<>();

    Client(HttpClient http) {
        this.http = http;
    }

    static void waitAMoment() {
        LockSupport.parkNanos(MOMENT.toNanos());
    }

    HttpResponse<String> get(URI address) {
        return redirected(ask(request(address).build(), BodyHandlers.ofString()));
    }

    /** Asks for a page, and again where it cannot be had just now. */
    <T> HttpResponse<T> ask(HttpRequest asked, HttpResponse.BodyHandler<T> body) {
        HttpResponse<T> page = send(asked, body);
        for (int tries = 1; tries < TRIES && page.statusCode() == 503; tries++) {
            waitAMoment();
            page = send(asked, body);
        }
        return page;
    }

    HttpResponse<String> redirected(HttpResponse<String> response) {
        Optional<String> elsewhere = response.headers().firstValue("Location");
        if (response.statusCode() / 100 == 3 && elsewhere.isPresent()) {
            return get(response.uri().resolve(elsewhere.get()));
        }
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.uri().getPath() + " answered " + response.statusCode() + ": "
                    + Item.plain(response.body()));
        }
        return response;
    }

    HttpRequest.Builder request(URI address) {
        String held = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return held.isEmpty() ? request : request.header("Cookie", held);
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        CompletableFuture<HttpResponse<T>> sent = http.sendAsync(request, body);
        HttpResponse<T> response =
                sent.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        response.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return response;
    }
}
