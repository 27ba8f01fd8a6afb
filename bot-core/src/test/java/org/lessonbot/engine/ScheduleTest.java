package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Models;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** Two instances on one database, and a clock that can be moved. */
class ScheduleTest {
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person STUDENT = new Person("s", "Student", false);
    private static final Duration RETENTION = Duration.ofDays(90);

    private final Migrated store = Migrated.fresh();
    private final PaperPlatform chat = new PaperPlatform();
    private final MovedClock clock = new MovedClock(Instant.now());
    private final List<LessonEngine> engines = new ArrayList<>();
    private int interactions;

    @AfterEach
    void stop() {
        engines.forEach(LessonEngine::close);
        store.close();
    }

    @Test
    void twoInstancesTellATeacherOnceThatTheTimeIsOver() {
        LessonEngine one = engine("one");
        LessonEngine two = engine("two");
        one.start();
        two.start();
        start(one, "class");
        chat.await("the console", room -> room.console().toString().contains("console.planned"));
        long wanted = number("select wanted from post where place = 'DESK'");

        clock.move(Duration.ofMinutes(6));

        chat.await("the hint", room -> room.console().toString().contains("console.wrap-up"));
        assertThat(number("select wanted from post where place = 'DESK'")).isEqualTo(wanted + 1);
    }

    @Test
    void moreTimePutsTheHintOff() {
        LessonEngine one = engine("one");
        one.start();
        start(one, "class");
        command(one, "class", "extend", Map.of("minutes", "10"));

        clock.move(Duration.ofMinutes(6));
        chat.await(
                "the hint to be put off",
                room -> number("select extract(epoch from execution_time - (select step_since from lesson))::bigint"
                                + " from scheduled_tasks where task_name = 'wrap-up'")
                        == Duration.ofMinutes(15).toSeconds());
        assertThat(chat.console().toString()).doesNotContain("console.wrap-up");

        clock.move(Duration.ofMinutes(10));
        chat.await("the hint", room -> room.console().toString().contains("console.wrap-up"));
    }

    @Test
    void whatIsDueForALessonThatWasErasedIsNotTriedForEver() {
        String waiting = "select count(*) from scheduled_tasks where task_name = 'wrap-up'";
        LessonEngine one = engine("one");
        one.start();
        start(one, "class");
        chat.await("the hint to be noted", room -> number(waiting) == 1);
        store.database().jdbi().useHandle(handle -> handle.execute("delete from lesson"));

        clock.move(Duration.ofHours(1));

        chat.await("nothing to be left to do", room -> number(waiting) == 0);
    }

    @Test
    void anOldLessonIsErasedWithAllThatIsInItAndAYoungOneIsNot() {
        LessonEngine before = engine("before");
        long old = lessonWithAnAnswer(before, "old");
        long young = lessonWithAnAnswer(before, "young");
        store.database().jdbi().useHandle(handle -> {
            handle.execute("update lesson set started_at = now() - interval '91 days' where id = ?", old);
            handle.execute("update move set at = now() - interval '91 days' where lesson = ?", old);
            handle.execute("insert into edition values ('left', '{}', now() - interval '91 days')");
            handle.execute("update edition set created_at = now() - interval '91 days'");
        });
        List<Long> youngRows = rows(young);

        LessonEngine after = engine("after");
        after.start();

        chat.await("the purge", room -> !room.purges().isEmpty());
        assertThat(rows(old)).containsOnly(0L);
        assertThat(rows(young)).isEqualTo(youngRows).doesNotContain(0L);
        assertThat(number("select count(*) from edition where hash = 'left'")).isZero();
        assertThat(chat.purges().get(0)).isBetween(daysAgo(91), daysAgo(89));
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    private long lessonWithAnAnswer(LessonEngine engine, String room) {
        start(engine, room);
        Lesson lesson = lesson(room);
        for (String stage : List.of("base", "rlhf")) {
            Action guess = new Action(lesson.id(), lesson.step(), lesson.round(), "guess", stage);
            engine.handle(interaction(room, STUDENT, new Interaction.Press(guess)))
                    .join();
        }
        return lesson.id();
    }

    /** How much there is of a lesson in every table that has something of lessons. */
    private List<Long> rows(long lesson) {
        return List.of(
                number("select count(*) from lesson where id = " + lesson),
                number("select count(*) from round where lesson = " + lesson),
                number("select count(*) from participant where lesson = " + lesson),
                number("select count(*) from membership where lesson = " + lesson),
                number("select count(*) from entry where lesson = " + lesson),
                number("select count(*) from entry_log where lesson = " + lesson),
                number("select count(*) from post where lesson = " + lesson));
    }

    private void start(LessonEngine engine, String room) {
        command(engine, room, "start", Map.of());
    }

    private void command(LessonEngine engine, String room, String name, Map<String, String> options) {
        engine.handle(interaction(room, TEACHER, new Interaction.Command(name, options)))
                .join();
    }

    private Interaction interaction(String room, Person person, Interaction.Act act) {
        return new Interaction("i" + ++interactions, new Room(PaperPlatform.NAME, room), person, Instant.now(), act);
    }

    private Lesson lesson(String room) {
        return new Lessons(store.database().jdbi())
                .in(new Room(PaperPlatform.NAME, room))
                .orElseThrow();
    }

    private long number(String sql) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private LessonEngine engine(String instance) {
        LessonEngine engine = new LessonEngine(
                store.database(),
                new Setting(
                        instance,
                        "en",
                        2,
                        () -> Map.of("guessing", GuessingLesson.edition()),
                        language -> GuessingLesson.WORDS,
                        clock,
                        RETENTION,
                        LessonPages.NONE,
                        ZoneOffset.UTC,
                        Models.NONE),
                List.of(chat));
        engines.add(engine);
        return engine;
    }
}
