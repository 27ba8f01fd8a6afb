package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.store.Database;
import org.lessonbot.store.EarlierTables;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.web.tables.Tables;

/** A room whose bot is replaced by a newer one is the same room, whatever the tables' version was: links, people, posts. */
class WebUpgradeTest {
    private static final List<String> TABLES = List.of("web_secret", "web_room", "web_person", "web_feed", "web_item");

    @Test
    void fromEveryEarlierVersionPagesAndLinksGoOn() throws Exception {
        try (OpenClassroom now = new OpenClassroom()) {
            Browser teacher = now.teacher();
            Browser student = now.student("Noor");
            now.post("welcome", Message.text("Welcome to the lesson"));
            List<Integer> versions = EarlierTables.versions(now.test(), Tables.SCHEMA);
            assertThat(versions).startsWith(1, 2);
            for (int version : versions) {
                try (TestDatabase old = TestDatabase.fresh()) {
                    EarlierTables.fill(old, Tables.SCHEMA, version, now.test(), TABLES);
                    goOn(old, now, teacher, student);
                }
            }
        }
    }

    private static void goOn(TestDatabase old, OpenClassroom before, Browser teacher, Browser student)
            throws Exception {
        try (Database database = Migrated.open(old, 4);
                WebAdapter newer = WebAdapter.start(
                        WebSettings.onLoopback(0).with(OpenClassroom.PATIENT),
                        database,
                        interaction -> CompletableFuture.completedFuture(Reply.SILENT),
                        OpenClassroom.ENGLISH)) {
            URI base = newer.address();
            assertThat(newer.teacherLink(before.room()).getPath())
                    .isEqualTo(before.web().teacherLink(before.room()).getPath());
            assertThat(newer.joinCode(before.room())).isEqualTo(before.web().joinCode(before.room()));
            assertThat(teacher.open(base.resolve(teacher.page())).statusCode()).isEqualTo(200);
            assertThat(student.open(base.resolve(student.page())).body()).contains("<bdi>Noor</bdi>");
            try (EventStream page = student.followAt(base)) {
                page.awaitText("Welcome to the lesson");
            }
        }
    }
}
