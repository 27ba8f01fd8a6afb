package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenApiCheckTest {
    private static final String MESSAGES = "/channels/1/messages";

    @Test
    void everyRequestIsHeldToDiscordsOwnDescription() {
        Optional<OpenApiCheck> described = OpenApiCheck.ofSystemProperty();
        assumeTrue(
                described.isPresent(),
                "no request is held to Discord's own description, a file that -D" + OpenApiCheck.PROPERTY + " names");
        OpenApiCheck check = described.orElseThrow();

        assertThat(check.check("POST", MESSAGES, Json.object().put("content", "Hello")))
                .isEmpty();
        for (var wrong : List.of(
                Json.object().put("content", true),
                Json.object().put("contents", "Hello"),
                Json.object().put("flags", "many"))) {
            assertThat(check.check("POST", MESSAGES, wrong))
                    .as(wrong.toString())
                    .isNotEmpty();
        }
        assertThat(check.check("POST", "/channels/1/no-such-thing", Json.object()))
                .isNotEmpty();
    }
}
