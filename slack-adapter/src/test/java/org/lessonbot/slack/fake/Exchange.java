package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Something a person did, on its way to the app, and what the app made of it. */
public final class Exchange {
    enum Kind {
        COMMAND("slash_commands", true),
        INTERACTION("interactive", false),
        SUBMISSION("interactive", true),
        EVENT("events_api", false);

        final String envelopeType;
        final boolean acceptsAnswer;

        Kind(String envelopeType, boolean acceptsAnswer) {
            this.envelopeType = envelopeType;
            this.acceptsAnswer = acceptsAnswer;
        }
    }

    private final World world;
    private final Kind kind;
    private final JsonObject payload;
    private final Optional<ResponseUrl> responseUrl;
    private final Consumer<Exchange> onAnswer;

    private int attempt;
    private Instant sent;
    private Optional<JsonObject> answer = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Map<String, String> errors = Map.of();

    Exchange(
            World world,
            Kind kind,
            JsonObject payload,
            Optional<ResponseUrl> responseUrl,
            Consumer<Exchange> onAnswer,
            int attempt) {
        this.world = world;
        this.kind = kind;
        this.payload = payload;
        this.responseUrl = responseUrl;
        this.onAnswer = onAnswer;
        this.attempt = attempt;
        this.sent = world.now();
    }

    // What a test asks

    /** Waits for the acknowledgement; fails the test if none comes in time. */
    public Exchange acked() {
        awaitOutcome();
        if (failure.isPresent()) {
            throw new AssertionError(this + " was not acknowledged: " + failure.get());
        }
        return this;
    }

    /** Waits until the person is told that it did not work, and answers why; fails the test if it did work. */
    public String unanswered() {
        awaitOutcome();
        return failure.orElseThrow(() -> new AssertionError(this + " was acknowledged"));
    }

    /** What came with the acknowledgement; empty where it was bare. */
    public JsonObject answer() {
        acked();
        return answer.orElseGet(JsonObject::new);
    }

    /** What a submission's answer says beside the fields, by block id; empty where it was accepted. */
    public Map<String, String> errors() {
        acked();
        return errors;
    }

    /** What was sent. */
    public JsonObject payload() {
        return payload.deepCopy();
    }

    /** What the app has sent to the response_url by now. */
    public List<JsonObject> responses() {
        return responseUrl.map(url -> List.copyOf(url.uses)).orElse(List.of());
    }

    /** What was shown by now through the acknowledgement and the response_url. */
    public List<Post> shown() {
        return responseUrl.map(url -> List.copyOf(url.posts)).orElse(List.of());
    }

    /** Waits for the first message through the acknowledgement or the response_url. */
    public Post awaitShown() {
        return world.await(
                () -> "an answer shown after " + this, () -> shown().stream().findFirst());
    }

    /** How often it was sent again. */
    public int attempt() {
        synchronized (world) {
            return attempt;
        }
    }

    private void awaitOutcome() {
        world.await(
                () -> "the acknowledgement of " + this,
                () -> answer.isPresent() || failure.isPresent() ? Optional.of(this) : Optional.empty());
    }

    // What the courier does, with the world's monitor held

    Kind kind() {
        return kind;
    }

    Instant deadline() {
        return sent.plus(World.PATIENCE);
    }

    void sentAgain() {
        attempt++;
        sent = world.now();
        failure = Optional.empty();
    }

    void answered(JsonObject body) {
        answer = Optional.of(body);
        if (!kind.acceptsAnswer && ResponseUrls.says(body)) {
            world.violation(this + " was acknowledged with an answer that Slack drops: " + body);
        }
        try {
            onAnswer.accept(this);
        } catch (SlackError e) {
            world.violation(this + " was acknowledged with what Slack cannot show: " + e.getMessage());
        }
        world.changed();
    }

    JsonObject body() {
        return answer.orElseGet(JsonObject::new);
    }

    Optional<ResponseUrl> responseUrl() {
        return responseUrl;
    }

    void refused(Map<String, String> byField) {
        errors = Map.copyOf(byField);
    }

    void failed(String reason) {
        failure = Optional.of(reason);
        world.changed();
    }

    /** The same payload as it comes again; what came of the first time is not shown twice. */
    Exchange again() {
        Consumer<Exchange> then = answer.isPresent() ? any -> {} : onAnswer;
        return new Exchange(world, kind, payload, responseUrl, then, attempt + 1);
    }

    @Override
    public String toString() {
        String type = Json.string(payload, "type")
                .or(() -> Json.string(payload, "command"))
                .orElse("");
        String text = Json.string(payload, "text").orElse("");
        String actions = Json.find(payload, "actions").map(Object::toString).orElse("");
        return (type + " " + text + actions).strip();
    }
}
