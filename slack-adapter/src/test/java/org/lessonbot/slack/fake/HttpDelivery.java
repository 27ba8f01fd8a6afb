package org.lessonbot.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HTTP mode: each event is a signed POST to the app's address, and the response acknowledges it. */
final class HttpDelivery implements Delivery {
    private final URI app;
    private final String signingSecret;
    private final Courier courier;
    private final HttpClient client = HttpClient.newHttpClient();

    HttpDelivery(URI app, String signingSecret, Courier courier) {
        this.app = app;
        this.signingSecret = signingSecret;
        this.courier = courier;
    }

    @Override
    public void deliver(Exchange exchange, String envelopeId) {
        boolean event = exchange.kind() == Exchange.Kind.EVENT;
        String body = body(exchange);
        // The real time: the app compares it with its own clock, which no test can move.
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(app)
                .header("Content-Type", event ? "application/json" : "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (exchange.attempt() > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(exchange.attempt()));
            request.header("X-Slack-Retry-Reason", "http_timeout");
        }
        var unused = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        courier.failed(envelopeId, "the app cannot be reached: " + failure.getMessage());
                    } else if (response.statusCode() != 200) {
                        courier.failed(envelopeId, "HTTP status " + response.statusCode());
                    } else {
                        courier.acknowledged(envelopeId, answer(response.body()));
                    }
                });
    }

    private static JsonObject answer(String body) {
        return Json.parse(body)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(() -> Json.object("text", body));
    }

    private static String body(Exchange exchange) {
        JsonObject payload = exchange.payload();
        return switch (exchange.kind()) {
            case EVENT -> payload.toString();
            case COMMAND ->
                payload.entrySet().stream()
                        .map(each ->
                                each.getKey() + "=" + encode(each.getValue().getAsString()))
                        .collect(Collectors.joining("&"));
            case INTERACTION, SUBMISSION -> "payload=" + encode(payload.toString());
        };
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            byte[] digest = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is in every Java", e);
        }
    }
}
