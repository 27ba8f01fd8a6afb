package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.store.Database;
import org.lessonbot.store.Facts;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.Schema;
import org.lessonbot.store.TestDatabase;
import org.postgresql.PGConnection;

/** A class that is in the middle of its lesson when the bot is replaced by a newer one goes on, whatever the tables' version was. */
class UpgradeTest extends GuessingClass {
    @Test
    void fromEveryEarlierVersionAClassGoesOnInTheMiddleOfItsLesson() throws Exception {
        command(student(1), "join");
        guess(student(1), "base");
        guess(student(2), "rlhf");
        engine.close();
        List<Integer> versions = earlierVersions();
        assertThat(versions).hasSizeGreaterThan(16).startsWith(1);
        for (int version : versions) {
            try (TestDatabase old = TestDatabase.fresh()) {
                holdClass(old, Integer.toString(version));
                goOn(old, version);
            }
        }
    }

    private List<Integer> earlierVersions() {
        List<Integer> all = store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select cast(version as int) from migration_core where version <> '0' order by 1")
                        .mapTo(Integer.class)
                        .list());
        return all.subList(0, all.size() - 1);
    }

    /** The class as it stands, in tables of an earlier version: of each table and column that was there. */
    private void holdClass(TestDatabase old, String version) throws Exception {
        try (Database database = Migrated.open(old, 2)) {
            Database.migrate(database.dataSource(), Schema.CORE, version);
        }
        try (Connection to = old.connect();
                Connection from = store.server().connect()) {
            for (String table :
                    List.of("edition", "lesson", "round", "participant", "membership", "entry", "move", "post")) {
                String columns = String.join(
                        ", ",
                        Jdbi.create(() -> old.connect())
                                .<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                                "select column_name from information_schema.columns"
                                                        + " where table_name = ? order by ordinal_position")
                                        .bind(0, table)
                                        .mapTo(String.class)
                                        .list()));
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                String what = "copy " + table + " (" + columns + ")";
                from.unwrap(PGConnection.class).getCopyAPI().copyOut(what + " to stdout", rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(what + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
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
