package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.ScriptedModels;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Facts;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** Two forms are open for one thing: nothing is overwritten unseen, and nothing written is lost. */
class FormsTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person ANA = new Person("ana", "Ana", false);
    private static final Person BO = new Person("bo", "Bo", false);
    private static final Phrasebook SAYS = Phrasebook.of("en");

    private final Migrated store = Migrated.fresh();
    private final Facts facts = new Facts(store.server());
    private final Map<String, Edition> lessons = ShippedLesson.byFirstStep();
    private final LessonEngine engine = engine("one");
    private final LessonEngine other = engine("other");
    private int interactions;

    @AfterEach
    void stop() {
        engine.close();
        other.close();
        facts.close();
        store.close();
    }

    @Test
    void theSecondPartnerToSendIsShownBothAndMaySendAgainKnowingly() {
        start("investigate");
        Form anas = form(press(ANA, action("write")));
        Form bos = form(press(BO, action("write")));
        assertThat(submit(ANA, anas, "Because of Ana").toString()).contains(SAYS.say("investigate.receipt"));

        Reply told = submit(BO, bos, "Because of Bo");

        assertThat(told.toString()).contains(SAYS.say("edit.changed"), "Because of Ana", "Because of Bo");
        assertThat(texts("answer-")).containsExactly("Because of Ana");
        Form now = form(press(BO, button(told)));
        assertThat(now.fields().get(0).value()).isEqualTo("Because of Ana");
        assertThat(submit(BO, now, "Because of both").toString()).contains(SAYS.say("investigate.receipt"));
        assertThat(texts("answer-")).containsExactly("Because of both");
    }

    @Test
    void aFormDeliveredTwiceIsKeptBothTimes() {
        start("investigate");
        Interaction sent = interaction(ANA, filled(form(press(ANA, action("write"))), "Mine"));
        assertThat(engine.handle(sent).join().toString()).contains(SAYS.say("investigate.receipt"));
        assertThat(other.handle(sent).join().toString()).contains(SAYS.say("investigate.receipt"));
        assertThat(texts("answer-")).containsExactly("Mine");
    }

    @Test
    void aFormSentUnchangedWritesNothingAndLosesNothing() {
        start("investigate");
        Form early = form(press(ANA, action("write")));
        submit(BO, form(press(BO, action("write"))), "Because of Bo");

        Reply told = submit(ANA, early, "");

        assertThat(told.toString()).contains(SAYS.say("investigate.receipt"));
        assertThat(texts("answer-")).containsExactly("Because of Bo");
        assertThat(facts.entries(ROOM).field("answer-1").all())
                .extracting(Entry::person)
                .containsExactly(BO.id());
    }

    @Test
    void twoWhoSendInTheSameInstantAreNotBothKept() {
        start("investigate");
        Form anas = form(press(ANA, action("write")));
        Form bos = form(press(BO, action("write")));

        List<String> told = sameInstant(
                interaction(ANA, filled(anas, "Because of Ana")), interaction(BO, filled(bos, "Because of Bo")));

        assertThat(told)
                .filteredOn(one -> one.contains(SAYS.say("investigate.receipt")))
                .hasSize(1);
        assertThat(told)
                .filteredOn(one -> one.contains(SAYS.say("edit.changed")))
                .singleElement()
                .asString()
                .contains("Because of Ana", "Because of Bo");
        assertThat(texts("answer-")).hasSize(1);
    }

    @Test
    void whatIsAddedAtTheSameInstantByOnePersonOnTwoDevicesIsAllKept() {
        start("ask");
        List<String> told = sameInstant(
                interaction(ANA, new Interaction.Command("ask", Map.of("question", "Why?"))),
                interaction(ANA, new Interaction.Command("ask", Map.of("question", "Who?"))));

        assertThat(told).allMatch(one -> one.contains(SAYS.say("questions.receipt", 1)));
        assertThat(texts("question-")).containsExactlyInAnyOrder("Why?", "Who?");
    }

    @Test
    void twoFormsForNewQuestionsAreTwoLists() {
        start("ask");
        Form one = form(press(ANA, action("ask")));
        Form two = form(press(ANA, action("ask")));
        submit(ANA, one, "Why?");
        submit(ANA, two, "Who?");
        assertThat(submit(ANA, two, "Who?").toString()).contains(SAYS.say("questions.receipt", 1));
        assertThat(texts("question-")).containsExactly("Why?", "Who?");
    }

    @Test
    void aQuestionThatThePartnerChangedOrTookBackIsNotOverwritten() {
        start("ask");
        submit(ANA, form(press(ANA, action("ask"))), "Why?");
        String field = texts().get(0).field().substring("question-".length());
        Form anas = form(pick(ANA, action("edit"), field));
        Form bos = form(pick(BO, action("edit"), field));
        submit(BO, bos, "Why not?");

        Reply told = submit(ANA, anas, "Why, please?");
        assertThat(told.toString()).contains(SAYS.say("edit.changed"), "Why not?", "Why, please?");
        Form again = form(press(ANA, button(told)));
        assertThat(again.fields().get(0).value()).isEqualTo("Why not?");

        submit(BO, form(pick(BO, action("edit"), field)), "");
        Reply gone = submit(ANA, again, "Why, please?");
        assertThat(gone.toString()).contains(SAYS.say("edit.nothing"), "Why, please?");
        assertThat(form(press(ANA, button(gone))).fields()).hasSizeGreaterThan(1);
        assertThat(texts("question-")).isEmpty();
    }

    @Test
    void twoFormsForThoughtsAreTwoThoughtsAndTakingBackTakesWhatWasSeen() {
        start("noticed");
        Form one = form(press(ANA, action("share")));
        Form two = form(press(ANA, action("share")));
        submit(ANA, one, "First");
        submit(ANA, two, "Second");
        submit(ANA, two, "Second");
        assertThat(texts("thought-")).containsExactly("First", "Second");

        Action takeBack = button(press(ANA, action("mine")));
        press(ANA, takeBack);
        submit(ANA, one, "Third");
        assertThat(press(ANA, takeBack).toString()).contains(SAYS.say("edit.nothing"));
        assertThat(texts("thought-")).containsExactlyInAnyOrder("Second", "Third");
    }

    @Test
    void aReasonFromAnOldFormDoesNotReplaceANewerOne() {
        start("prefer");
        Form one = form(press(ANA, action("reason")));
        Form two = form(press(ANA, action("reason")));
        submit(ANA, one, "It is short");
        assertThat(submit(ANA, two, "It is kind").toString())
                .contains(SAYS.say("edit.changed-own"), "It is short", "It is kind");
        assertThat(texts("reason")).containsExactly("It is short");
    }

    @Test
    void feedbackFromAnOldFormDoesNotReplaceNewer() {
        start("feedback");
        Form early = form(press(ANA, action("give")));
        Form late = form(press(ANA, action("give")));
        act(ANA, new Interaction.Submit(early.action(), Map.of("rating", "4", "comment", "")));
        assertThat(act(ANA, new Interaction.Submit(late.action(), Map.of("rating", "2", "comment", "Hm")))
                        .toString())
                .contains(SAYS.say("edit.changed-own"), "Hm");
        assertThat(texts("rating")).containsExactly("4");
        assertThat(texts("comment")).isEmpty();
    }

    @Test
    void aSuggestionFromAnOldFormDoesNotReplaceANewerOne() {
        start("match");
        press(TEACHER, Action.of(lesson().id(), Verb.DRAFT, "let/yes"));
        Action suggest = Action.of(lesson().id(), Verb.SUGGEST, "");
        Form early = form(press(ANA, suggest));
        submit(ANA, form(press(ANA, suggest)), "Sing of owls");
        assertThat(submit(ANA, early, "Sing of cats").toString())
                .contains(SAYS.say("edit.meanwhile"), "Sing of owls", "Sing of cats");
    }

    /** Both are judged by what stands there now, on two instances, before either is committed. */
    private List<String> sameInstant(Interaction first, Interaction second) {
        return store
                .held("select from lesson for update", () -> engine.handle(first), () -> other.handle(second))
                .stream()
                .map(Reply::toString)
                .toList();
    }

    private LessonEngine engine(String instance) {
        return new LessonEngine(
                store.database(),
                new Setting(
                        instance,
                        "en",
                        2,
                        () -> lessons,
                        Phrasebook::of,
                        Clock.systemUTC(),
                        Setting.RETENTION,
                        LessonPages.NONE,
                        ZoneOffset.UTC,
                        new ScriptedModels("base", "instruction_tuned", "rlhf")),
                List.of(new PaperPlatform()));
    }

    /** A lesson that begins with this step of the shipped one. */
    private void start(String step) {
        act(TEACHER, new Interaction.Command("start", Map.of("lesson", step)));
        command(ANA, "join");
        command(BO, "join");
        assertThat(lesson().step()).isEqualTo(step);
    }

    private List<String> texts(String prefix) {
        return texts().stream()
                .filter(entry -> entry.field().startsWith(prefix))
                .map(Entry::value)
                .toList();
    }

    private List<Entry> texts() {
        return facts.entries(ROOM).all();
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }

    private Action action(String verb) {
        return new Action(lesson().id(), lesson().step(), lesson().round(), verb, "");
    }

    private static Form form(Reply reply) {
        return ((Reply.OpenForm) reply).form();
    }

    /** The first button that a whisper offers. */
    private static Action button(Reply reply) {
        List<Button> buttons = new ArrayList<>();
        for (Block block : ((Reply.Whisper) reply).message().blocks()) {
            if (block instanceof Block.Buttons row) {
                buttons.addAll(row.buttons());
            } else if (block instanceof Block.Row row) {
                buttons.add(row.button());
            }
        }
        return buttons.get(0).action();
    }

    private static Interaction.Submit filled(Form form, String text) {
        return new Interaction.Submit(form.action(), Map.of(form.fields().get(0).name(), text));
    }

    private Reply submit(Person person, Form form, String text) {
        return act(person, filled(form, text));
    }

    private Reply press(Person person, Action action) {
        return act(person, new Interaction.Press(action));
    }

    private Reply pick(Person person, Action action, String value) {
        return act(person, new Interaction.Pick(action, List.of(value)));
    }

    private Reply command(Person person, String name) {
        return act(person, new Interaction.Command(name, Map.of()));
    }

    private Reply act(Person person, Interaction.Act act) {
        return engine.handle(interaction(person, act)).join();
    }

    private Interaction interaction(Person person, Interaction.Act act) {
        return new Interaction("i" + ++interactions, ROOM, person, Instant.now(), act);
    }
}
