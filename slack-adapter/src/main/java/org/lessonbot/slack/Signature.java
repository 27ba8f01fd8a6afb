package org.lessonbot.slack;

import com.slack.api.app_backend.SlackSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Knows by its signature that a request comes from Slack, and came just now. Bolt's own check compares
 * signatures in a time that tells how much of a guess was right, so it is left out.
 */
final class Signature {
    /** Slack's advice: what is older may have been overheard and sent once more. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final SlackSignature.Generator generator;
    private final Clock clock;

    Signature(Secret signingSecret, Clock clock) {
        this.generator = new SlackSignature.Generator(signingSecret.value());
        this.clock = clock;
    }

    /**
     * Whether Slack signed this.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}: seconds since 1970
     * @param signature the header {@code X-Slack-Signature}
     */
    boolean isRight(@Nullable String timestamp, @Nullable String signature, String body) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        byte[] right = generator.generate(timestamp, body).getBytes(StandardCharsets.UTF_8);
        return age.abs().compareTo(OLDEST) <= 0
                && MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    }
}
