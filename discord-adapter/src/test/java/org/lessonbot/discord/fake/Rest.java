package org.lessonbot.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests that JDA would not let out, to see the fake refuse them. */
final class Rest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeDiscord discord;

    Rest(FakeDiscord discord) {
        this.discord = discord;
    }

    /** Discord's error code for this request; 0 if it was carried out. */
    int code(String method, String path, String json) {
        try {
            HttpResponse<byte[]> response = send(method, path, json);
            return response.statusCode() < 400
                    ? 0
                    : Json.read(response.body()).path("code").asInt(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the fake answers, whole. */
    HttpResponse<byte[]> send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.restUrl() + path))
                .header("Authorization", "Bot " + discord.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
