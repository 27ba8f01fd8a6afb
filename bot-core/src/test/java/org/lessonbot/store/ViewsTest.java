package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Code;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;

/** The views, read as somebody with an SQL prompt would. */
class ViewsTest {
    private static final long SEED = -7_000_000_000L;

    private final Migrated store = Migrated.fresh();
    private long lesson;

    @BeforeEach
    void lessonUnderWay() {
        Lessons lessons = new Lessons(store.database().jdbi());
        lessons.pin("hash", "{\"contents\":{\"b\":\"{\\\"seeds\\\":[\\\"Why?\\\"]}\"}}");
        lesson = lessons.start(
                        new NewLesson(new Room("web", "r"), "hash", Lesson.Pace.LIVE, SEED, "s"),
                        tx -> tx.lesson().id())
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void guessesSayWhetherTheyWereRight() {
        round("s", "{\"item\":{\"id\":\"i7\"},\"shown\":\"rlhf\"}");
        entry("s", "ann", "guess", "rlhf", "ann");
        entry("s", "bob", "guess", "base", "bob");
        entry("s", "eve", "guess", "", "eve");

        assertThat(read("select item, shown, person, guess, correct from guesses order by person"))
                .containsExactly("i7 rlhf ann rlhf true", "i7 rlhf bob base false");
    }

    @Test
    void votesHaveTheirReasonAndTheirSecondVote() {
        round("v", "{\"item\":{\"id\":\"i8\"},\"a\":\"warm\",\"b\":\"direct\"}");
        entry("v", "ann", "vote", "warm", "ann");
        entry("v", "ann", "reason", "kinder", "ann");
        entry("v", "ann", "revote", "direct", "ann");
        entry("v", "bob", "vote", "tie", "bob");

        assertThat(read("select item, side_a, side_b, person, vote, reason, revote from votes order by person"))
                .containsExactly("i8 warm direct ann warm kinder direct", "i8 warm direct bob tie null null");
    }

    @Test
    void questionsAreCountedByTheCodeThatButtonsCarry() {
        round("q", "\"NONE\"");
        round("b", "\"NONE\"");
        entry("q", "pair:12", "question-1-abc", "Why?", "ann");
        entry("q", "eve", "question-1-def", "Who?", "eve");
        String code = Code.of(lesson(), new Entry("q", 1, "pair:12", "question-1-abc", "", "", Instant.EPOCH));
        entry("b", "bob", "up-" + code, "yes", "bob");
        entry("b", "eve", "up-" + code, "yes", "eve");
        entry("b", "ann", "up-" + code, "", "ann");

        assertThat(read("select code, pair, person, question, upvotes from questions order by question desc"))
                .containsExactly(
                        code + " 12 ann Why? 2",
                        Code.of(lesson(), new Entry("q", 1, "eve", "question-1-def", "", "", Instant.EPOCH))
                                + " null eve Who? 0");
        assertThat(read("select code, person from upvotes order by person"))
                .containsExactly(code + " bob", code + " eve");
    }

    @Test
    void answersStandBesideTheirQuestions() {
        round("q", "\"NONE\"");
        entry("q", "eve", "question-1-def", "Who?", "eve");
        String seed = Code.of(lesson(), "Why?");
        String who = Code.of(lesson(), new Entry("q", 1, "eve", "question-1-def", "", "", Instant.EPOCH));
        round("i", "{\"asked\":\"\",\"codes\":[\"" + seed + "\",\"" + who + "\"]}");
        entry("i", "pair:3", "answer-1", "Because.", "ann");
        entry("i", "pair:3", "answer-2", "People.", "ann");
        round("j", "{\"asked\":\"How?\",\"codes\":[]}");
        entry("j", "bob", "answer-1", "So.", "bob");

        assertThat(read("select question, pair, person, answer from answers order by answer"))
                .containsExactly("Why? 3 ann Because.", "Who? 3 ann People.", "How? null bob So.");
    }

    @Test
    void thoughtsAndFeedbackAreReadable() {
        round("d", "{\"question\":\"What did you notice?\"}");
        entry("d", "ann", "thought-1", "Nothing.", "ann");
        round("f", "\"NONE\"");
        entry("f", "ann", "rating", "4", "ann");
        entry("f", "ann", "comment", "Fun.", "ann");
        entry("f", "bob", "rating", "5", "bob");

        assertThat(read("select question, person, thought from thoughts"))
                .containsExactly("What did you notice? ann Nothing.");
        assertThat(read("select person, rating, comment from feedback order by person"))
                .containsExactly("ann 4 Fun.", "bob 5 null");
    }

    private Lesson lesson() {
        return new Lesson(
                lesson,
                new Room("web", "r"),
                Lesson.Pace.LIVE,
                Lesson.Status.RUNNING,
                "hash",
                SEED,
                "s",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                0);
    }

    private void round(String step, String deal) {
        store.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into round (lesson, step, number, phase, deal) values (?, ?, 1, 'OPEN', cast(? as json))",
                        lesson,
                        step,
                        deal));
    }

    private void entry(String step, String owner, String field, String value, String person) {
        store.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into entry (lesson, step, round, owner, field, value, person) values (?, ?, 1, ?, ?, ?, ?)",
                        lesson,
                        step,
                        owner,
                        field,
                        value,
                        person));
    }

    /** Rows as words with blanks between. */
    private List<String> read(String sql) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapToMap().stream()
                        .map(Map::values)
                        .map(row -> row.stream()
                                .map(String::valueOf)
                                .reduce((a, b) -> a + " " + b)
                                .orElse(""))
                        .toList());
    }
}
