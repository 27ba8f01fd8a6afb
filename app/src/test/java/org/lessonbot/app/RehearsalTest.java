package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.app.rehearsal.Rehearsal;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.web.WebLimits;

/** A whole lesson through the whole program, and what is then exported of it. */
class RehearsalTest {
    private static final Phrasebook ENGLISH = Phrasebook.of("en");
    private static final WebLimits LIMITS = new WebLimits(128 * 1024, 10_000, 10_000, 100_000, 100_000, 1_000, 10_000);

    private final TestDatabase server = TestDatabase.fresh();
    private final Map<String, String> environment = Map.of(
            "LESSON_BOT_WEB_PORT", "0",
            "DATABASE_URL", server.jdbcUrl(),
            "DATABASE_USER", server.user(),
            "DATABASE_PASSWORD", server.password());

    @TempDir
    private Path home;

    @Test
    void everyAnswerThatIsAcknowledgedIsStoredAndExported() throws Exception {
        Settings settings = Settings.read(home, Optional.empty(), environment);
        try (Started started = new Started()) {
            Bot.Running running = new Bot(settings, LIMITS, ENGLISH, started).start(progress -> {});
            String room = running.web().openRoom("Room");
            Rehearsal.Result result = new Rehearsal(HttpClient.newHttpClient(), running.database(), ENGLISH)
                    .play(
                            new Rehearsal.Script(
                                    room,
                                    running.web().teacherLink(room),
                                    running.web().studentLink(room),
                                    "how-ai-learns",
                                    12,
                                    5,
                                    7),
                            (done, all) -> {});

            assertThat(result.steps()).isEqualTo(12);
            assertThat(result.answersSent()).isGreaterThan(5 * 15);
            assertThat(result.answersAcknowledged()).isEqualTo(result.answersSent());
            assertThat(result.lost()).isZero();
            assertThat(result.report()).contains("What this class did");
        }
        assertThat(export("csv").lines().toList()).hasSizeGreaterThan(5 * 15).noneMatch(line -> line.contains("Pupil"));
        assertThat(export("students").lines()).hasSize(1 + 5);
        assertThat(export("json")).startsWith("{\"lessons\":[{").contains("\"participants\"");
    }

    private String export(String format) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(CommandTest.line(printed, environment, home).execute("export", "--format", format))
                .isEqualTo(Exit.DONE);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
