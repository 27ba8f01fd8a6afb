package org.lessonbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written into logs and errors is made of what things say of themselves: nothing that holds a secret says it. */
class SecretsTest {
    private static final String MARK = "marked-secret";

    @TempDir
    private Path home;

    @Test
    void whatHoldsASecretDoesNotSayIt() throws SettingsException {
        Settings settings = Settings.read(
                home,
                Optional.empty(),
                Map.of(
                        "DATABASE_URL",
                        "postgres://user:" + MARK + "@host:5432/name",
                        "LESSON_BOT_DISCORD_TOKEN",
                        MARK + ".a.b",
                        "LESSON_BOT_SLACK_BOT_TOKEN",
                        "xoxb-" + MARK,
                        "LESSON_BOT_SLACK_APP_TOKEN",
                        "xapp-" + MARK,
                        "LESSON_BOT_MODELS_BASE_URL",
                        "http://127.0.0.1:11434/v1",
                        "LESSON_BOT_MODELS_BASE_MODEL",
                        "olmo",
                        "LESSON_BOT_MODELS_BASE_KEY",
                        "sk-" + MARK));

        assertThat(settings.discord()).isPresent();
        assertThat(settings.slack()).isPresent();
        assertThat(settings.database()).isPresent();
        assertThat(settings.models()).isNotEmpty();
        assertThat(settings.toString()).doesNotContain(MARK);
    }
}
