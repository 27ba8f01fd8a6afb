package org.lessonbot.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lessonbot.chat.Limits;
import org.lessonbot.models.ModelException.Kind;

/** What a server sent back, whatever it means. */
record Reply(int status, HttpHeaders headers, byte[] body) {
    static final JsonMapper JSON = new JsonMapper();

    /** Not all say it with the status for what is not found. */
    private static final Pattern LACKS_MODEL = Pattern.compile(
            "(?i)\\b(?:invalid|unknown|no such) model\\b|\\bmodel\\b.{0,80}\\b(?:not found|not exist|not loaded)\\b");

    private static final int ENOUGH = 300;

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Its JSON; a missing node if it is none. */
    JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The JSON of a success. @throws ModelException if it is no success, or none that can be read */
    JsonNode answer() {
        JsonNode json = json();
        if (!succeeded()) {
            throw failure();
        }
        if (!json.isObject()) {
            throw new ModelException(Kind.UNREADABLE, "instead of an answer there came " + type() + ": " + said());
        }
        // Some say so with a status of success, when the answer had begun.
        if (!json.path("error").isMissingNode() && !json.path("error").isNull()) {
            throw new ModelException(Kind.REFUSED, said());
        }
        return json;
    }

    /** Whether the model is being loaded, as llama.cpp's server says at every address. */
    boolean isLoading() {
        return status == 503 && said().toLowerCase(Locale.ROOT).contains("loading");
    }

    boolean isBusy() {
        return status == 429 || status == 503;
    }

    /** How long the server wants to be left alone. */
    Optional<Duration> pause(Instant now) {
        return headers.firstValue("retry-after").flatMap(after -> pause(after.strip(), now));
    }

    private static Optional<Duration> pause(String after, Instant now) {
        try {
            Duration pause = after.matches("\\d{1,6}(\\.\\d+)?")
                    ? Duration.ofMillis((long) (Double.parseDouble(after) * 1000))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException unfit) {
            return Optional.empty();
        }
    }

    /** Why this is no success. */
    ModelException failure() {
        Kind kind = switch (status) {
            case 401, 403 -> Kind.KEY;
            case 400, 422 -> LACKS_MODEL.matcher(said()).find() ? Kind.NO_MODEL : Kind.REFUSED;
            case 404 -> isAboutTheModel() ? Kind.NO_MODEL : Kind.UNREADABLE;
            case 429, 503 -> Kind.BUSY;
            default -> status >= 500 ? Kind.BROKEN_OFF : status >= 400 ? Kind.REFUSED : Kind.UNREADABLE;
        };
        return new ModelException(kind, status + ": " + said());
    }

    private boolean isAboutTheModel() {
        return json().isObject() && said().toLowerCase(Locale.ROOT).contains("model");
    }

    private String type() {
        return headers.firstValue("content-type").orElse("something without a type");
    }

    /** What the server says is wrong, in the places where servers say it; else the beginning of what came. */
    String said() {
        JsonNode json = json();
        JsonNode error = json.path("error");
        String said = error.isTextual()
                ? error.asText()
                : error.path("message")
                        .asText(json.path("message").asText(json.path("detail").asText("")));
        String all = said.isEmpty() ? new String(body, StandardCharsets.UTF_8) : said;
        String line = all.replaceAll("\\s+", " ").strip();
        return Limits.fit(line, ENOUGH);
    }
}
