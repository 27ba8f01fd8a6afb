package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** A teacher says which prompt comes next: one of the bank's, or one of their own. */
class NextPromptTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person STUDENT = new Person("s1", "Student 1", false);

    private final Migrated store = Migrated.fresh();
    private final PaperPlatform chat = new PaperPlatform();
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting(
                    "one",
                    "en",
                    2,
                    () -> Map.of("guessing", GuessingLesson.edition()),
                    language -> GuessingLesson.WORDS,
                    Clock.systemUTC()),
            List.of(chat));
    private int interactions;

    @BeforeEach
    void startLesson() {
        engine.start();
        command(TEACHER, "start");
    }

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    @Test
    void aTeachersOwnPromptIsARoundLabelledAsTheirs() {
        assertThat(command(STUDENT, "prompt").toString()).contains("engine.teachers-only");
        Reply form = command(TEACHER, "prompt");
        assertThat(form).isInstanceOf(Reply.OpenForm.class);
        Action send = ((Reply.OpenForm) form).form().action();

        Reply fault = submit(TEACHER, send, Map.of("prompt", "Mine?", "base", "goes on"));
        assertThat(((Reply.FixForm) fault).reasons()).containsOnlyKeys("rlhf");
        assertThat(((Reply.FixForm) fault).otherwise().toString()).contains("fix", "written", "Mine?", "goes on");
        submit(TEACHER, send, Map.of("prompt", "Mine?", "base", "goes on", "rlhf", "helps"));

        assertThat(lesson().round()).isEqualTo(2);
        command(TEACHER, "reveal");
        chat.await("the teacher's own round", room -> room.room().toString().contains("source=credit.teacher"));
    }

    @Test
    void whatWasWrittenComesBackWhenItDoesNotCount() {
        Action send = ((Reply.OpenForm) command(TEACHER, "prompt")).form().action();
        Map<String, String> written = Map.of("prompt", "Mine?", "base", "goes on", "rlhf", "helps");
        command(TEACHER, "skip");
        assertThat(submit(TEACHER, send, written).toString())
                .contains("engine.moved-on", "label=written", "Mine?", "goes on", "helps");
        store.database().close();
        assertThat(submit(TEACHER, send, written).toString()).contains("engine.not-counted", "written", "Mine?");
    }

    @Test
    void aTeacherPicksThePromptThatComesNext() {
        Action choose = choose();
        assertThat(act(STUDENT, new Interaction.Press(choose)).toString()).contains("refused.teacher");
        String lists = act(TEACHER, new Interaction.Press(choose)).toString();
        assertThat(lists).contains("item-0", "item-1", "item-2", "item-3");

        assertThat(pick(STUDENT, choose, "item-3").toString()).contains("refused.teacher");
        assertThat(pick(TEACHER, choose, "item-9").toString()).contains("refused.unknown");
        assertThat(lesson().round()).isEqualTo(1);
        assertThat(pick(TEACHER, choose, "item-3").toString()).contains("item.chosen[Prompt 3]");

        assertThat(lesson().round()).isEqualTo(2);
        chat.await("the prompt picked", room -> room.room().toString().contains("Prompt 3"));
    }

    @Test
    void aPromptPickedAfterTheStepIsOverOpensNothing() {
        Action choose = choose();
        command(TEACHER, "skip");

        assertThat(pick(TEACHER, choose, "item-3").toString()).contains("engine.moved-on");
        assertThat(lesson().step() + lesson().round()).isEqualTo("second1");
    }

    @Test
    void aPromptThatIsNotThereIsNamed() {
        Reply told = act(TEACHER, new Interaction.Command("again", Map.of("item", "item-9")));
        assertThat(told.toString()).contains("engine.no-item[item-9]");
        assertThat(lesson().round()).isEqualTo(1);
    }

    private Reply pick(Person person, Action action, String value) {
        return act(person, new Interaction.Pick(action, List.of(value)));
    }

    private Reply submit(Person person, Action action, Map<String, String> values) {
        return act(person, new Interaction.Submit(action, values));
    }

    private Reply command(Person person, String name) {
        return act(person, new Interaction.Command(name, Map.of()));
    }

    private Reply act(Person person, Interaction.Act act) {
        return engine.handle(new Interaction("i" + ++interactions, ROOM, person, Instant.now(), act))
                .join();
    }

    private Action choose() {
        Lesson lesson = lesson();
        return new Action(lesson.id(), lesson.step(), lesson.round(), "choose", "");
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }
}
