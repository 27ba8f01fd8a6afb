package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.app.rehearsal.Rehearsal;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.TestDatabase;

/** An operator backs a lesson up in its middle, and goes on with it on another server. */
class BackupCommandTest {
    private static final Phrasebook ENGLISH = Phrasebook.of("en");
    private static final int MIDDLE = 4;

    @TempDir
    private Path home;

    @Test
    void aLessonThatWasBackedUpInItsMiddleIsPlayedToItsEndOnAnotherServer() throws Exception {
        TestDatabase here = TestDatabase.fresh();
        TestDatabase elsewhere = TestDatabase.fresh();
        Path file = home.resolve("lessons.zip");
        Links links;
        try (Started started = new Started()) {
            Bot.Running running = start(started, here);
            String room = running.web().openRoom("Room");
            links = new Links(room, running.web().teacherLink(room).getPath());
            assertThatThrownBy(() -> play(room, running, step -> {
                        if (step == MIDDLE) {
                            assertThat(run(here, Exit.DONE, "backup", file.toString()))
                                    .contains("1 lesson,", "like a register");
                            throw new EndOfPart();
                        }
                    }))
                    .isInstanceOf(EndOfPart.class);

            assertThat(run(here, Exit.FAILED, "backup", file.toString())).contains("is there already");
            assertThat(run(here, Exit.FAILED, "restore", "--replace", file.toString()))
                    .contains("a bot is running on this database");
        }
        Path half = home.resolve("half.zip");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        assertThat(run(elsewhere, Exit.FAILED, "restore", half.toString())).contains("damaged or cut short");
        assertThat(run(elsewhere, Exit.FAILED, "restore", home.resolve("none").toString()))
                .contains("there is no file");
        assertThat(run(elsewhere, Exit.DONE, "restore", file.toString())).contains("is in the database");
        assertThat(run(elsewhere, Exit.FAILED, "restore", file.toString())).contains("not empty", "--replace");
        long before = answers(elsewhere);

        try (Started started = new Started()) {
            Bot.Running running = start(started, elsewhere);
            assertThat(running.web().teacherLink(links.room()).getPath()).isEqualTo(links.teacher());
            Rehearsal.Result rest = play(links.room(), running, step -> {});

            // Whoever comes in now has another name than those who have gone.
            assertThat(rest.answersSent()).isPositive().isEqualTo(rest.answersAcknowledged());
            assertThat(rest.report()).contains("What you did together");
        }
        assertThat(before).isPositive();
        assertThat(answers(elsewhere)).isGreaterThan(before);
    }

    private record Links(String room, String teacher) {}

    /** The server is lost with everything that happened after the backup. */
    private static final class EndOfPart extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Bot.Running start(Started started, TestDatabase server) throws Exception {
        Settings settings = Settings.read(home, Optional.empty(), TestEnvironment.on(server));
        return new Bot(settings, Rehearse.LIMITS, ENGLISH, started).start(progress -> {});
    }

    private static Rehearsal.Result play(String room, Bot.Running running, IntConsumer atStep)
            throws InterruptedException {
        return new Rehearsal(HttpClient.newHttpClient(), running.database(), ENGLISH)
                .play(
                        new Rehearsal.Script(
                                room,
                                running.web().teacherLink(room),
                                running.web().studentLink(room),
                                "same-news",
                                9,
                                2,
                                7),
                        (step, all) -> atStep.accept(step));
    }

    private long answers(TestDatabase server) {
        return run(server, Exit.DONE, "export").lines().count() - 1;
    }

    private String run(TestDatabase server, int status, String... command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(CommandTest.line(printed, TestEnvironment.on(server), home).execute(command))
                .as("%s", printed)
                .isEqualTo(status);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
