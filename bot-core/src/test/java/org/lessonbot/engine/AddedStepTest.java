package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** A step that a class leaves out, unless its teacher adds it: the rater's shift of the shipped lesson. */
class AddedStepTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person STUDENT = new Person("s", "Amira", false);

    private final Migrated store = Migrated.fresh();
    private final PaperPlatform chat = new PaperPlatform();
    private final MovedClock clock = new MovedClock(Instant.now());
    private final LessonEngine engine = engine();
    private int interactions;

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    @Test
    void aClassPassesItOverUnlessItIsAdded() {
        start();
        until("good");
        assertThat(visited()).doesNotContain("shift").contains("prefer");
    }

    @Test
    void addedByTheConsolesButtonItComesWhereThePlanHasIt() {
        start();
        Button add = button("add");
        assertThat(add.label()).isEqualTo("Add: A rater's shift (4 min)");
        press(TEACHER, add.action());
        until("prefer");

        assertThat(visited()).containsSubsequence("noticed", "shift", "prefer");
        chat.await(
                "the console without it",
                room -> room.console().blocks().stream()
                        .flatMap(block -> block.offers().stream())
                        .map(Action::verb)
                        .noneMatch("add"::equals));
    }

    @Test
    void addedAfterItsPlaceItComesNext() {
        start();
        until("good");
        assertThat(said(extend("shift"))).startsWith("Added: A rater's shift, 4 minutes.");
        until("shift");

        assertThat(lesson().step()).isEqualTo("shift");
        assertThat(said(extend("shift"))).isEqualTo("There is no step to add.");
    }

    @Test
    void whatIsNoStepToAddIsSaid() {
        start();
        assertThat(said(extend("prefer"))).isEqualTo("That is no step to add. There is: shift.");
        assertThat(said(command(STUDENT, "extend", Map.of("step", "shift")))).doesNotContain("Added");
    }

    /** Four minutes, by the clock; a teacher who has revealed before is not led further by it. */
    @Test
    void itEndsByTheClock() throws InterruptedException {
        start();
        extend("shift");
        until("shift");
        engine.catchUp();
        assertThat(phase()).isEqualTo(Phase.OPEN);

        clock.move(Duration.ofMinutes(4).plusSeconds(1));
        engine.catchUp();

        assertThat(phase()).isEqualTo(Phase.REVEALED);
        assertThat(lesson().step()).isEqualTo("shift");
    }

    /** What is dealt after it holds what a model expected, of whoever is still there. */
    @Test
    void theNextRoundOfRatingIsDealtWithAGuessOfWhatWasRated() {
        start();
        extend("shift");
        until("shift");
        for (String student : List.of("a", "b")) {
            rateOne(new Person(student, student, false));
        }
        command(new Person("b", "b", false), "forget-me", Map.of());
        until("prefer");

        assertThat(text("select deal ->> 'forecast' from round where step = 'prefer'"))
                .contains("\"votes\":2");
        press(new Person("b", "b", false), Action.of(lesson().id(), Verb.FORGET_NOW, ""));
        command(TEACHER, "reveal", Map.of());
        command(TEACHER, "next", Map.of());
        assertThat(text("select deal ->> 'forecast' from round where step = 'prefer' and number = 2"))
                .contains("\"votes\":1");
    }

    /** By what is left of what was rated before anybody voted: the vote itself teaches the model nothing of it. */
    @Test
    void aGuessThatWasShownIsMadeAnewOnceSomebodyIsForgotten() {
        start();
        extend("shift");
        until("shift");
        List<Person> people = Stream.of("a", "b", "c")
                .map(name -> new Person(name, name, false))
                .toList();
        people.forEach(this::rateOne);
        until("prefer");
        vote(people.get(0));
        command(TEACHER, "reveal", Map.of());
        chat.await("the guess", room -> room.room().toString().contains("A model trained on 3 choices of yours"));

        press(people.get(1), Action.of(lesson().id(), Verb.FORGET_NOW, ""));

        chat.await(
                "the guess of those who are left",
                room -> room.room().toString().contains("A model trained on 2 choices of yours"));
        assertThat(chat.room().toString()).doesNotContain("A model trained on 3 choices of yours");
    }

    private void vote(Person student) {
        press(student, new Action(lesson().id(), "prefer", 1, "vote", "a"));
    }

    private void rateOne(Person student) {
        Lesson lesson = lesson();
        Action begin = new Action(lesson.id(), "shift", 1, "next-pair", "");
        Message turn = ((Reply.Whisper) press(student, begin)).message();
        press(
                student,
                turn.blocks().stream()
                        .flatMap(block -> block.offers().stream())
                        .findFirst()
                        .orElseThrow());
    }

    private String text(String sql) {
        return store.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private LessonEngine engine() {
        Edition edition = ShippedLesson.edition();
        return new LessonEngine(
                store.database(),
                new Setting("one", "en", 4, () -> Map.of(edition.plan().id(), edition), Phrasebook::of, clock),
                List.of(chat));
    }

    private void start() {
        engine.start();
        command(TEACHER, "start", Map.of());
        chat.await("the console", room -> !room.console().isEmpty());
    }

    private void until(String step) {
        for (int turn = 0; !lesson().step().equals(step); turn++) {
            assertThat(turn).as("turns").isLessThan(60);
            command(TEACHER, "next", Map.of());
        }
    }

    private List<String> visited() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select step from round order by opened_at")
                        .mapTo(String.class)
                        .list());
    }

    private Phase phase() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select phase from round where step = 'shift'")
                        .mapTo(Phase.class)
                        .one());
    }

    private Button button(String verb) {
        return chat.console().blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .filter(button -> button.action().verb().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    private Reply extend(String step) {
        return command(TEACHER, "extend", Map.of("step", step));
    }

    private static String said(Reply reply) {
        Message message = ((Reply.Whisper) reply).message();
        return ((Block.Text) message.blocks().get(0)).text();
    }

    private Reply press(Person person, Action action) {
        return handle(person, new Interaction.Press(action));
    }

    private Reply command(Person person, String name, Map<String, String> options) {
        return handle(person, new Interaction.Command(name, options));
    }

    private Reply handle(Person person, Interaction.Act act) {
        return engine.handle(new Interaction("i" + ++interactions, ROOM, person, clock.instant(), act))
                .join();
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).in(ROOM).orElseThrow();
    }
}
