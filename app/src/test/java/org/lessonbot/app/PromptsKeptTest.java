package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.draft.Cast;
import org.lessonbot.draft.Draft;
import org.lessonbot.draft.Role;
import org.lessonbot.models.ScriptedModels;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.store.Database;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.SignOfLife;
import org.lessonbot.store.TestDatabase;

/** What classes kept, on its way into the bank. */
class PromptsKeptTest {
    private static final Cast CAST = new Cast(
            "",
            "stages",
            "",
            List.of(
                    Role.stage("report", "Report", false),
                    Role.stage("opinion", "Opinion", false),
                    Role.stage("promotion", "Promotion", false)));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final TestDatabase server = Migrated.freshServer();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatAClassKeptBecomesADraftWithoutNamesAndOnce() throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("same-news"));
        Files.copy(Path.of("../prompts/same-news/lesson.yaml"), lesson.resolve("lesson.yaml"));
        keep("same-news", "A mayor opens a bridge.");
        keep("another", "A cat is found.");

        assertThat(kept(lesson)).isEqualTo(Exit.DONE);
        assertThat(printed()).contains("One draft written to", "kept.yaml");
        assertThat(lesson.resolve("bank/stages/kept.yaml"))
                .content()
                .contains("prompt: A mayor opens a bridge.", "review: draft", "model: \"org/opinion\"")
                .doesNotContain("cat", "ms-rivers");

        printed.reset();
        assertThat(kept(lesson)).isEqualTo(Exit.DONE);
        assertThat(printed()).contains("No new draft", "one was there already");
    }

    /** As if a class of this lesson had used it, and its teacher had kept it. */
    private void keep(String plan, String prompt) {
        Edition edition = new Edition(new LessonPlan(plan, "A lesson", "", "en", 10, List.of()), new Bank(List.of()));
        try (Database database = Migrated.open(server, 2);
                SignOfLife life = new SignOfLife(database)) {
            long lesson = database.jdbi().withHandle(handle -> {
                handle.execute("insert into edition (hash, body) values (?, ?)", plan, edition.text());
                return handle.createQuery("""
                                insert into lesson (platform, room, edition, pace, status, seed, step, round)
                                values ('web', :plan, :plan, 'LIVE', 'RUNNING', 1, 'match', 1) returning id
                                """)
                        .bind("plan", plan)
                        .mapTo(Long.class)
                        .one();
            });
            Drafts drafts = new Drafts(database.jdbi(), life);
            drafts.add(Draft.of(lesson, "match", CAST, prompt, Instant.EPOCH), "ms-rivers", 9, Instant.EPOCH);
            long id = drafts.of(lesson, "match").get(0).id();
            for (Role role : CAST.roles()) {
                drafts.change(
                        lesson,
                        id,
                        draft -> draft.with(
                                role.key(),
                                1,
                                voice -> voice.came(
                                        ScriptedModels.answer(role.key(), "Well, " + role.name()), Instant.EPOCH)));
            }
            database.jdbi().useHandle(handle -> handle.execute("update draft set round = 1 where id = ?", id));
            drafts.keep(lesson, id);
        }
    }

    private int kept(Path lesson) {
        return CommandTest.line(printed, TestEnvironment.on(server), folder)
                .execute("prompts", "kept", "--into", lesson.toString());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
