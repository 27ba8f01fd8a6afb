package org.lessonbot.benchmarks.slack;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.lessonbot.slack.fake.RegisteredApp;

/** A program that does nothing but acknowledge: nobody can be faster here. */
final class Acknowledger extends WebSocketClient {
    private static final Pattern ENVELOPE = Pattern.compile("\"envelope_id\":\"([^\"]+)\"");

    private Acknowledger(URI socket) {
        super(socket);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpRequest open = HttpRequest.newBuilder(URI.create(arguments[0] + "apps.connections.open"))
                .header("Authorization", "Bearer " + RegisteredApp.APP_TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(open, HttpResponse.BodyHandlers.ofString())
                .body();
        String socket =
                JsonParser.parseString(answer).getAsJsonObject().get("url").getAsString();
        new Acknowledger(URI.create(socket)).run();
    }

    @Override
    public void onMessage(String message) {
        Matcher envelope = ENVELOPE.matcher(message);
        if (envelope.find()) {
            send("{\"envelope_id\":\"" + envelope.group(1) + "\"}");
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        // Nothing is to be said first.
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        // Its process ends with it.
    }

    @Override
    public void onError(Exception failure) {
        throw new IllegalStateException(failure);
    }
}
