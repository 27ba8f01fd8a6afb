package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Room;

/** Tables with a class in them are brought up to date, and it is still there. */
class MigrationsTest {
    /** Until then, deals held copies of what people had written. */
    private static final String COPIES = "4";
    /** Until then, what an entry had said was logged when it was changed. */
    private static final String CHANGES = "24";

    @Test
    void dealsThatHeldWordsPointToThem() {
        try (TestDatabase server = TestDatabase.fresh()) {
            migrate(server, COPIES);
            Jdbi.create(server.jdbcUrl(), server.user(), server.password()).useHandle(MigrationsTest::holdClass);

            try (Database database = Migrated.open(server, 2)) {
                database.migrate();
                List<String> answers = database.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select concat_ws(' ', question, pair, answer) from answers order by answer")
                                .mapTo(String.class)
                                .list());
                assertThat(answers).containsExactly("Why? 3 Because.", "Who? 3 People.");
                assertThat(database.jdbi()
                                .<List<String>, RuntimeException>withHandle(
                                        handle -> handle.createQuery("select deal::text from round")
                                                .mapTo(String.class)
                                                .list()))
                        .noneMatch(deal -> deal.contains("Why?") || deal.contains("Who?") || deal.contains("pair:3"))
                        .anyMatch(deal -> deal.contains("\"speaker\"") && deal.contains("\"i\""));
            }
        }
    }

    @Test
    void allThatWasEnteredIsInTheLog() {
        try (TestDatabase server = TestDatabase.fresh()) {
            migrate(server, CHANGES);
            Jdbi.create(server.jdbcUrl(), server.user(), server.password()).useHandle(old -> {
                holdClass(old);
                old.execute("update entry set value = 'How?', at = at + interval '1 s' where value = 'Who?'");
            });

            try (Database database = Migrated.open(server, 2)) {
                database.migrate();
                assertThat(new EntryReader(database.jdbi()).kept(new Room("web", "r"), "eve"))
                        .extracting(kept -> kept.entry().value() + (kept.replaced() ? ", replaced" : ""))
                        .containsExactlyInAnyOrder("Who?, replaced", "How?", "Because.", "People.");
                assertThat(new Lessons(database.jdbi()).purge(Instant.now().plus(Duration.ofDays(9))))
                        .hasSize(1);
                assertThat(database.jdbi()
                                .<Integer, RuntimeException>withHandle(
                                        handle -> handle.createQuery("select count(*) from entry_log")
                                                .mapTo(Integer.class)
                                                .one()))
                        .isZero();
            }
        }
    }

    private static void migrate(TestDatabase server, String target) {
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:org/lessonbot/store/migrations")
                .table("migration_core")
                .target(target)
                .load()
                .migrate();
    }

    private static void holdClass(Handle old) {
        old.execute("insert into edition (hash, body) values ('e', ?)", """
                {"contents":{"b":{"seeds":["Why?"]}}}""");
        old.execute("insert into lesson (platform, room, edition, pace, status, seed, step, round)"
                + " values ('web', 'r', 'e', 'LIVE', 'RUNNING', 11, 's', 1)");
        round(old, "q", "\"NONE\"");
        entry(old, "q", "eve", "question-1-def", "Who?");
        round(old, "i", "{\"questions\":[\"Why?\",\"Who?\"]}");
        entry(old, "i", "pair:3", "answer-1", "Because.");
        entry(old, "i", "pair:3", "answer-2", "People.");
        round(old, "s", "{\"owner\":\"pair:3\",\"answers\":[\"Because.\",\"People.\"]}");
    }

    private static void round(Handle old, String step, String deal) {
        old.execute(
                "insert into round (lesson, step, number, phase, deal)"
                        + " select id, ?, 1, 'CLOSED', cast(? as json) from lesson",
                step,
                deal);
    }

    private static void entry(Handle old, String step, String owner, String field, String value) {
        old.execute(
                "insert into entry (lesson, step, round, owner, field, value, person)"
                        + " select id, ?, 1, ?, ?, ?, 'eve' from lesson",
                step,
                owner,
                field,
                value);
    }
}
