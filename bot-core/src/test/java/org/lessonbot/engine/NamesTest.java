package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.Rosters;

/** Within a lesson a name is one person. */
class NamesTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person ANA = new Person("ana", "Ana", false);
    private static final Person BO = new Person("bo", "Bo", false);
    private static final Phrasebook SAYS = Phrasebook.of("en");

    private final Migrated store = Migrated.fresh();
    private final LessonEngine engine = engine("one");
    private final LessonEngine other = engine("other");
    private int interactions;

    @BeforeEach
    void startLesson() {
        act(TEACHER, new Interaction.Command("start", Map.of()));
    }

    @AfterEach
    void stop() {
        engine.close();
        other.close();
        store.close();
    }

    @Test
    void aChosenNameStaysUntilAnotherIsChosen() {
        join(ANA, "Blue Fox");
        press(ANA, "join");
        assertThat(name(ANA)).isEqualTo("Blue Fox");
        act(ANA, new Interaction.Command("leave", Map.of()));
        press(ANA, "join");
        assertThat(name(ANA)).isEqualTo("Blue Fox");
        act(ANA, new Interaction.Command("leave", Map.of()));
        Lesson at = lesson();
        act(ANA, new Interaction.Press(new Action(at.id(), at.step(), at.round(), "guess", "base")));
        assertThat(rosters().of(at.id()).participant("ana"))
                .get()
                .extracting(Participant::present)
                .isEqualTo(true);
        assertThat(name(ANA)).isEqualTo("Blue Fox");
        join(ANA, "Red Fox");
        assertThat(name(ANA)).isEqualTo("Red Fox");
    }

    @Test
    void whoLeadsCanChooseANameToo() {
        assertThat(join(TEACHER, "Ms R.").toString())
                .contains(SAYS.say("engine.joined", "Ms R."), SAYS.say("engine.joined.teacher"));
        press(TEACHER, "join");
        assertThat(name(TEACHER)).isEqualTo("Ms R.");
        assertThat(rosters().of(lesson().id()).students()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Fox", "zoë fox", "ZOË  FOX", " Zoe\u0308 Fox ", "Zoë\u00a0Fox"})
    void theSecondOfOneNameGetsANumberAndIsTold(String second) {
        join(ANA, "Zoë Fox");
        Reply told = join(BO, second);
        assertThat(Participant.key(name(BO))).isEqualTo("zoë fox 2");
        assertThat(told.toString()).contains(name(BO)).doesNotContain(SAYS.say("engine.joined", second.strip()));
        join(BO, second);
        assertThat(Participant.key(name(BO))).isEqualTo("zoë fox 2");
        join(ANA, "zoë fox");
        assertThat(name(ANA)).isEqualTo("zoë fox");
    }

    @Test
    void anAccountsNameIsNumberedTooAndTheTeachersIsTaken() {
        join(ANA, "Bo");
        press(BO, "join");
        assertThat(name(BO)).isEqualTo("Bo 2");
        join(ANA, "ms rivers");
        assertThat(name(ANA)).isEqualTo("ms rivers 2");
    }

    @Test
    void ofTwoWhoAskForOneNameInTheSameInstantOneGetsANumber() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> holder =
                CompletableFuture.runAsync(() -> lessons().move(lesson().id(), tx -> {
                    held.countDown();
                    return await(go);
                }));
        await(held);
        List<CompletableFuture<Reply>> both = List.of(
                engine.handle(interaction(ANA, new Interaction.Command("join", Map.of("name", "Blue Fox")))),
                other.handle(interaction(BO, new Interaction.Command("join", Map.of("name", "blue fox")))));
        store.awaitWaiting(2);
        go.countDown();
        holder.join();
        both.forEach(CompletableFuture::join);
        assertThat(List.of(Participant.key(name(ANA)), Participant.key(name(BO))))
                .containsExactlyInAnyOrder("blue fox", "blue fox 2");
    }

    @Test
    void whoComesInByThemselvesAndByANameInTheSameInstantHasTheNameTheyChose() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> holder =
                CompletableFuture.runAsync(() -> lessons().move(lesson().id(), tx -> {
                    held.countDown();
                    return await(go);
                }));
        await(held);
        var chosen = engine.handle(interaction(ANA, new Interaction.Command("join", Map.of("name", "Blue Fox"))));
        store.awaitWaiting(1);
        var plain = other.handle(interaction(ANA, new Interaction.Command("join", Map.of())));
        store.awaitWaiting(2);
        go.countDown();
        holder.join();
        chosen.join();
        plain.join();
        assertThat(name(ANA)).isEqualTo("Blue Fox");
    }

    @Test
    void whoIsNamedToLeadIsExactlyThatPerson() {
        join(ANA, "Blue Fox");
        join(BO, "Blue Fox");
        lead("blue fox 2");
        assertThat(rosters().of(lesson().id()).wasAskedToLead("bo")).isTrue();
        assertThat(rosters().of(lesson().id()).wasAskedToLead("ana")).isFalse();
    }

    @Test
    void whereALessonOfEarlierHasTwoOfOneNameTheTeacherSaysWhom() {
        join(ANA, "Blue Fox");
        join(BO, "Red Fox");
        store.database().jdbi().useTransaction(handle -> {
            handle.execute("update participant set name = 'Blue Fox' where person = 'bo'");
            handle.execute("update lesson set roster = roster + 1");
        });

        Reply asked = lead("Blue Fox");

        assertThat(asked.toString()).contains(SAYS.say("engine.teacher.several", "Blue Fox"), "ana", "bo");
        assertThat(rosters().of(lesson().id()).wasAskedToLead("ana")).isFalse();
        Block.Picker whom = ((Reply.Whisper) asked)
                .message().blocks().stream()
                        .filter(Block.Picker.class::isInstance)
                        .map(Block.Picker.class::cast)
                        .findFirst()
                        .orElseThrow();
        act(TEACHER, new Interaction.Pick(whom.action(), List.of("bo")));
        assertThat(rosters().of(lesson().id()).wasAskedToLead("bo")).isTrue();
    }

    @Test
    void aNameThatNobodyHasComesBack() {
        assertThat(lead("Blue Fxo").toString()).contains(SAYS.say("engine.teacher.unknown"), "Blue Fxo");
        Interaction.Command asked = new Interaction.Command("teacher", Map.of("person", "Blue Fox"));
        assertThat(act(ANA, asked).toString()).contains(SAYS.say("engine.teachers-only"), "Blue Fox");
    }

    private Reply lead(String name) {
        return act(TEACHER, new Interaction.Command("teacher", Map.of("person", name)));
    }

    private Reply join(Person person, String name) {
        return act(person, new Interaction.Command("join", Map.of("name", name)));
    }

    private void press(Person person, String verb) {
        act(person, new Interaction.Press(new Action(lesson().id(), "", 0, verb, "")));
    }

    private String name(Person person) {
        return rosters().of(lesson().id()).name(person.id());
    }

    private Rosters rosters() {
        return new Rosters(store.database().jdbi());
    }

    private Lessons lessons() {
        return new Lessons(store.database().jdbi());
    }

    private Lesson lesson() {
        return lessons().latestIn(ROOM).orElseThrow();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private LessonEngine engine(String instance) {
        return new LessonEngine(
                store.database(),
                new Setting(
                        instance,
                        "en",
                        2,
                        () -> Map.of("guessing", GuessingLesson.edition()),
                        Phrasebook::of,
                        Clock.systemUTC()),
                List.of(new PaperPlatform()));
    }

    private Reply act(Person person, Interaction.Act act) {
        return engine.handle(interaction(person, act)).join();
    }

    private Interaction interaction(Person person, Interaction.Act act) {
        return new Interaction("i" + ++interactions, ROOM, person, Instant.now(), act);
    }
}
