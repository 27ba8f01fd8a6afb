package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String BODY = "command=%2Flesson&text=start";

    private final Signature signature = new Signature(new Secret("s3cret"), Clock.fixed(NOW, ZoneOffset.UTC));

    private static String signed(String secret, String timestamp) {
        return new SlackSignature.Generator(secret).generate(timestamp, BODY);
    }

    /** What was overheard is worth nothing five minutes later, and what is dated ahead is no better. */
    @ParameterizedTest
    @CsvSource({"0, true", "-299, true", "-301, false", "-86400, false", "299, true", "301, false"})
    void aSignatureIsGoodForFiveMinutes(long seconds, boolean good) {
        String timestamp = Long.toString(NOW.plus(Duration.ofSeconds(seconds)).getEpochSecond());

        assertThat(signature.isRight(timestamp, signed("s3cret", timestamp), BODY))
                .isEqualTo(good);
    }

    @Test
    void aSignatureBelongsToItsSecretItsTimeAndItsText() {
        String timestamp = Long.toString(NOW.getEpochSecond());
        String right = signed("s3cret", timestamp);

        assertThat(signature.isRight(timestamp, signed("another", timestamp), BODY))
                .isFalse();
        assertThat(signature.isRight(Long.toString(NOW.getEpochSecond() - 1), right, BODY))
                .isFalse();
        assertThat(signature.isRight(timestamp, right, BODY + "&user_id=U1")).isFalse();
        assertThat(signature.isRight(timestamp, right.substring(0, right.length() - 1), BODY))
                .isFalse();
        assertThat(signature.isRight(timestamp, null, BODY)).isFalse();
        assertThat(signature.isRight(null, right, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999"})
    void whatIsNoTimeIsRefused(String timestamp) {
        assertThat(signature.isRight(timestamp, signed("s3cret", timestamp), BODY))
                .isFalse();
    }
}
