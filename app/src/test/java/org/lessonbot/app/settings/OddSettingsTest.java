package org.lessonbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.suite.Odd;

/** Whatever stands in the settings, they are read, or it is said what is wrong; what is secret is not said. */
class OddSettingsTest {
    private static final String SECRET = "tell-nobody-of-this";
    private static final List<String> LINES = List.of(
            "web.port = 8080",
            "web.bind = 0.0.0.0",
            "web.public-url = https://lessons.example.org",
            "web.trusted-proxies = 127.0.0.1, 10.0.0.0/8",
            "discord.guilds = 123456789012345678",
            "discord.shards = 0-3/8",
            "slack.port = 3000",
            "retention.days = 90",
            "models.base.url = http://127.0.0.1:11434/v1",
            "models.base.temperature = 0.7",
            "database.url = postgres://user:" + SECRET + "@host:5432/name?sslmode=require");

    @TempDir
    private Path home;

    @Test
    void files() throws IOException {
        Path file = home.resolve("lesson-bot.properties");
        Odd.times(300, odd -> {
            Files.write(
                    file,
                    (odd.changed(odd.of(LINES)) + "\n" + odd.of(LINES) + "\ndiscord.token = " + SECRET + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            said(Map.of());
        });
    }

    @Test
    void variables() {
        Odd.times(
                200,
                odd -> said(Map.of(
                        "LESSON_BOT_WEB_PORT",
                        odd.changed("8080"),
                        "LESSON_BOT_WEB_PUBLIC_URL",
                        odd.changed("https://lessons.example.org"),
                        "LESSON_BOT_SLACK_BOT_TOKEN",
                        odd.changed("xoxb-" + SECRET),
                        "DATABASE_URL",
                        odd.changed("postgres://user:" + SECRET + "@host:5432/name"))));
    }

    private void said(Map<String, String> environment) {
        try {
            assertThat(Settings.read(home, Optional.empty(), environment)).isNotNull();
        } catch (SettingsException faulty) {
            assertThat(faulty.faults()).isNotEmpty();
            faulty.faults().forEach(fault -> assertThat(fault.toString()).doesNotContain(SECRET));
        }
    }
}
