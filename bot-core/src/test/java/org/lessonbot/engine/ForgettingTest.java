package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Keep;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.engine.door.Results;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.report.Export;
import org.lessonbot.store.Facts;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** Somebody takes part in everything there is, and asks to be forgotten. */
class ForgettingTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t-77", "Ms Rivers", true);
    private static final Person ANA = new Person("ana-4711", "Anastasia", false);
    private static final Person BO = new Person("bo-4712", "Bonaventura", false);
    private static final String[] ANAS = {ANA.id(), ANA.name(), "quokka"};

    private final Migrated store = Migrated.fresh();
    private final Facts facts = new Facts(store.server());
    private final PaperPlatform chat = new PaperPlatform();
    private final Edition edition = ShippedLesson.edition();
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting("one", "en", 4, () -> Map.of("how", edition), Phrasebook::of, Clock.systemUTC()),
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
        facts.close();
        store.close();
    }

    @Test
    void nothingOfThemIsLeftInAnyTableOrPostOrExport() {
        takePartInEverything();
        chat.await("the answer", room -> room.room().toString().contains("quokka answer"));
        assertThat(room()).contains("quokka question", "quokka thought", "quokka answer", ANA.name());
        assertThat(facts.traces(ANAS)).isNotEmpty();

        press(ANA, new Action(lesson().id(), "", 0, "forget-now", ""));

        chat.await("every post to be drawn again", room -> facts.pending(ROOM) == 0);
        assertThat(facts.traces(ANAS)).isEmpty();
        assertThat(room()).doesNotContain(ANAS);
        assertThat(room()).contains("(This question was taken back.)", "This pair's answer was taken back.");
        assertThat(chat.console().toString()).doesNotContain(ANAS);
        Export export =
                new Results(store.database()).lesson(lesson().id(), true).orElseThrow();
        assertThat(export.json() + export.rows(Export.Separator.COMMA) + export.students(Export.Separator.COMMA))
                .doesNotContain(ANAS);
        assertThat(facts.traces(BO.id())).isNotEmpty();
    }

    @Test
    void theyAreGoneFromEarlierLessonsOfTheRoomToo() {
        takePartInEverything();
        command(TEACHER, "end");
        press(TEACHER, new Action(lesson().id(), "", 0, "end-now", ""));
        command(TEACHER, "start");
        command(ANA, "join");
        assertThat(command(ANA, "me").toString()).contains("quokka thought", "before you changed it", "quokka draft");

        press(ANA, new Action(lesson().id(), "", 0, "forget-now", ""));

        assertThat(facts.traces(ANAS)).isEmpty();
    }

    @Test
    void whoeverWasAskedToLeadSeesTheLessonsConsoleNoLonger() {
        command(ANA, "join");
        command(BO, "join");
        act(TEACHER, new Interaction.Command("teacher", Map.of("person", ANA.id())));

        press(ANA, new Action(lesson().id(), "", 0, "forget-now", ""));
        press(BO, new Action(lesson().id(), "", 0, "forget-now", ""));

        assertThat(chat.closedConsoles()).containsExactly(ANA.id());
    }

    @Test
    void aTeachersDecisionsStandWithoutTheTeacher() {
        takePartInEverything();
        press(TEACHER, new Action(lesson().id(), "", 0, "forget-now", ""));

        assertThat(facts.traces(TEACHER.id(), TEACHER.name())).isEmpty();
        assertThat(facts.entries(ROOM)
                        .owner(Keep.TEACHERS)
                        .field("choose-" + chosen())
                        .size())
                .isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfATeacherWhoDidNothingButAskModels() {
        Person second = new Person("t-78", "Mr Banks", true);
        store.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into draft (lesson, step, bank, roles, prompt, teacher, made_at, voices, under_way)"
                                + " values (?, 'match', 'bank', 'roles', 'Sing', ?, now(), '[]', false)",
                        lesson().id(),
                        second.id()));

        press(second, new Action(lesson().id(), "", 0, "forget-now", ""));

        assertThat(facts.traces(second.id())).isEmpty();
    }

    /** From the first guess to the share-out. Ana chooses, thinks, asks alone, and answers alone; Bo waits elsewhere. */
    private void takePartInEverything() {
        command(TEACHER, "join");
        command(ANA, "join");
        goTo("noticed");
        thought("quokka draft");
        press(ANA, action("withdraw", Code.of(lesson(), "quokka draft")));
        thought("quokka thought");
        goTo("ask");
        submit(ANA, ((Reply.OpenForm) press(ANA, action("ask", ""))).form(), "quokka question");
        command(BO, "join");
        goTo("board");
        pick(TEACHER, action("choose", ""), chosen());
        goTo("investigate");
        submit(ANA, ((Reply.OpenForm) press(ANA, action("write", ""))).form(), "quokka answer");
        goTo("share");
    }

    private void thought(String text) {
        act(ANA, new Interaction.Submit(action("share", ""), Map.of("thought", text)));
    }

    private String chosen() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select code from questions")
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
    }

    private void goTo(String step) {
        for (int i = 0; i < 60 && !lesson().step().equals(step); i++) {
            command(TEACHER, "next");
        }
        assertThat(lesson().step()).isEqualTo(step);
    }

    private String room() {
        return chat.room().toString();
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }

    private Action action(String verb, String argument) {
        Lesson lesson = lesson();
        return new Action(lesson.id(), lesson.step(), lesson.round(), verb, argument);
    }

    private void submit(Person person, Form form, String text) {
        act(
                person,
                new Interaction.Submit(
                        form.action(), Map.of(form.fields().get(0).name(), text)));
    }

    private void pick(Person person, Action action, String value) {
        act(person, new Interaction.Pick(action, List.of(value)));
    }

    private Reply press(Person person, Action action) {
        return act(person, new Interaction.Press(action));
    }

    private Reply command(Person person, String name) {
        return act(person, new Interaction.Command(name, Map.of()));
    }

    private Reply act(Person person, Interaction.Act act) {
        String id = person.id() + "/" + ++interactions;
        return engine.handle(new Interaction(id, ROOM, person, Instant.now(), act))
                .join();
    }
}
