package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.store.Database;
import org.lessonbot.store.EarlierTables;
import org.lessonbot.store.Facts;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.Schema;
import org.lessonbot.store.TestDatabase;

/** A class that is in the middle of its lesson when the bot is replaced by a newer one goes on, whatever the tables' version was. */
class UpgradeTest extends GuessingClass {
    private static final List<String> HOLDING_A_CLASS =
            List.of("edition", "lesson", "round", "participant", "membership", "entry", "move", "post");

    @Test
    void fromEveryEarlierVersionAClassGoesOnInTheMiddleOfItsLesson() throws Exception {
        command(student(1), "join");
        guess(student(1), "base");
        guess(student(2), "rlhf");
        engine.close();
        List<Integer> versions = EarlierTables.versions(store.server(), Schema.CORE);
        assertThat(versions).hasSizeGreaterThan(16).startsWith(1);
        for (int version : versions) {
            try (TestDatabase old = TestDatabase.fresh()) {
                EarlierTables.fill(old, Schema.CORE, version, store.server(), HOLDING_A_CLASS);
                goOn(old, version);
            }
        }
    }

    private void goOn(TestDatabase old, int version) {
        PaperPlatform paper = new PaperPlatform();
        try (Database database = Migrated.open(old, 8);
                Facts facts = new Facts(old)) {
            database.migrate();
            LessonEngine newer = new LessonEngine(
                    database,
                    new Setting(
                            "newer",
                            "en",
                            4,
                            () -> Map.of("guessing", GuessingLesson.edition()),
                            language -> GuessingLesson.WORDS,
                            Clock.systemUTC()),
                    List.of(paper));
            try {
                newer.start();
                newer.handle(press(student(2), guessing("base"))).join();
                newer.handle(press(student(3), guessing("rlhf"))).join();
                assertThat(facts.entries(ROOM).byOwner("guess"))
                        .as("from version %d", version)
                        .isEqualTo(Map.of("s1", "base", "s2", "base", "s3", "rlhf"));
                newer.handle(interaction(TEACHER, new Interaction.Command("next", Map.of())))
                        .join();
                assertThat(facts.round(ROOM).phase().name())
                        .as("from version %d", version)
                        .isEqualTo("REVEALED");
            } finally {
                newer.close();
            }
        }
    }
}
