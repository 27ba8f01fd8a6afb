package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Lesson;

/** Who may do what. */
interface LeadingRules extends Rules {
    @Test
    default void theTeacherLeadsByTheButtonsOfTheConsole() {
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.lead(TEACHER, "console.reveal");
        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));
        lesson.lead(TEACHER, "console.next-round", "stagematch");
        lesson.awaitCurrent("the second round", card -> card.shows(lesson.roundTitle(0, 2)));
        lesson.lead(TEACHER, "console.back");
        lesson.awaitCurrent("the first round again", card -> card.shows(lesson.roundTitle(0, 1)));
    }

    @Test
    default void theConsoleCanBeAskedForAnewAtAnyTime() {
        Sitting lesson = sitting();
        lesson.room().command(TEACHER, "console");
        Card console = lesson.room().command(TEACHER, "console").card();

        lesson.room().press(TEACHER, console, lesson.say("console.reveal"));

        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));
        await().until(
                        "a console that shows the reveal too",
                        () -> lesson.room().command(TEACHER, "console").text(),
                        text -> !text.equals(console.text()));
    }

    @Test
    default void aConsoleOfAnEarlierMomentMovesNothing() {
        Sitting lesson = sitting();
        Card early = lesson.console(TEACHER);
        lesson.room().press(TEACHER, early, lesson.say("console.reveal"));

        Seen again = lesson.room().press(TEACHER, early, lesson.say("console.reveal"));

        assertThat(again.text()).contains(lesson.say("engine.moved-on"));
        assertThat(lesson.lesson().round()).isEqualTo(1);
    }

    @Test
    default void studentsCannotRunTeachersCommands() {
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join");
        long version = lesson.lesson().version();

        Verb.commands().stream().filter(Verb::isForTeachers).forEach(verb -> {
            lesson.room().command(student(1), verb.word(), options(verb));
            assertThat(lesson.lesson().version()).as(verb.word()).isEqualTo(version);
        });
        assertThat(lesson.room().command(student(1), "next").text()).contains(lesson.say("engine.teachers-only"));
        assertThat(lesson.lesson().running()).isTrue();
    }

    private static Map<String, String> options(Verb verb) {
        return verb.word().equals("teacher") ? Map.of("person", student(1).key()) : Map.of();
    }

    @Test
    default void studentsCannotPressTeachersButtonsWhateverIdTheySend() {
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join");
        Lesson before = lesson.lesson();

        for (String verb : List.of("next", "back", "reveal", "again", "skip", "pause", "extend", "end", "end-now")) {
            Seen seen = lesson.room().forge(student(1), lesson.control(verb));
            assertThat(seen.text()).as(verb).contains(lesson.say("engine.teachers-only"));
        }
        assertThat(lesson.lesson()).isEqualTo(before);
        assertThat(lesson.room().forge(student(1), lesson.control("console")).text())
                .doesNotContain(lesson.say("console.title", Plans.quick().plan().title()));
    }

    @Test
    default void anActionOfAnotherRoomsLessonIsRefused() {
        Sitting mine = sitting();
        Sitting other = sitting();
        Lesson before = other.lesson();
        Action next = other.control("next");
        Action guess = new Action(before.id(), before.step(), before.round(), "guess", "cat");

        assertThat(mine.room().forge(student(1), guess).text()).contains(mine.say("engine.no-such-lesson"));
        assertThat(mine.room().forge(TEACHER, next).text()).contains(mine.say("engine.no-such-lesson"));
        assertThat(other.entries().isEmpty()).isTrue();
        assertThat(other.lesson()).isEqualTo(before);
    }

    @Test
    default void aButtonThatNeverWasDoesNoHarm() {
        Sitting lesson = sitting();
        Lesson before = lesson.lesson();
        List<Action> never = List.of(
                new Action(before.id(), "first", 99, "guess", "cat"),
                new Action(before.id(), "no-such-step", 1, "guess", "cat"),
                new Action(before.id(), "first", 1, "guess", "parrot"),
                new Action(before.id(), "first", 1, "shout", "cat"),
                new Action(before.id(), "", 0, "shout", ""),
                new Action(Long.MAX_VALUE, "first", 1, "guess", "cat"));

        never.forEach(action -> lesson.room().forge(student(1), action));

        assertThat(lesson.entries().isEmpty()).isTrue();
        assertThat(lesson.lesson()).isEqualTo(before);
    }

    @Test
    default void aColleagueWhoWasAddedCanLead() {
        Sitting lesson = sitting();
        Someone colleague = new Someone("colleague", "Mr Lake", false);
        lesson.room().command(colleague, "join");
        assertThat(lesson.room().command(colleague, "reveal").text()).contains(lesson.say("engine.teachers-only"));

        lesson.room().command(TEACHER, "teacher", Map.of("person", colleague.key()));

        lesson.room().command(colleague, "reveal");
        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));
    }

    @Test
    default void aColleagueLeadsNoLongerOnceThatIsTakenBack() {
        Sitting lesson = sitting();
        Someone colleague = new Someone("colleague", "Mr Lake", false);
        String title = lesson.say("console.title", Plans.quick().plan().title());
        lesson.room().command(colleague, "join");
        Card added = lesson.room()
                .command(TEACHER, "teacher", Map.of("person", colleague.key()))
                .card();
        Seen console = lesson.room().command(colleague, "console");
        assertThat(console.text()).contains(title);
        // A platform may let a console be changed only once it was used.
        lesson.room().press(colleague, console.card(), lesson.say("console.reveal"));
        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));

        assertThat(lesson.room()
                        .press(TEACHER, added, lesson.say("engine.teacher.take-back"))
                        .text())
                .contains(lesson.say("engine.teacher.taken-back", "Mr Lake"));

        await().until(
                        "the console to go",
                        () -> lesson.room().console(colleague),
                        now -> now.filter(shown -> shown.shows(title)).isEmpty());
        // Perhaps it could not be changed any more, and they still see the button.
        lesson.room().press(colleague, console.card(), lesson.say("console.reveal"));
        assertThat(lesson.room().command(colleague, "next").text()).contains(lesson.say("engine.teachers-only"));
        lesson.lead(TEACHER, "console.next-round", "stagematch");
        assertThat(lesson.room().console(colleague).filter(shown -> shown.shows(title)))
                .isEmpty();
    }

    @Test
    default void whoeverWasAskedToLeadOneLessonSeesNothingOfTheNextOnesConsole() {
        Sitting lesson = sitting();
        String talk = lesson.say("console.title", "Talk");
        Someone colleague = new Someone("colleague", "Mr Lake", false);
        lesson.room().command(colleague, "join");
        lesson.room().command(TEACHER, "teacher", Map.of("person", colleague.key()));
        Seen console = lesson.room().command(colleague, "console");
        // A platform may let a console be changed only once it was used.
        lesson.room().press(colleague, console.card(), lesson.say("console.pause"));
        await().until(
                        "the console to follow",
                        () -> lesson.console(TEACHER),
                        now -> now.shows(lesson.say("console.paused")));
        Card sure = lesson.room().command(TEACHER, "end").card();
        lesson.room().press(TEACHER, sure, lesson.say("engine.end.now"));
        lesson.settled();

        lesson.room().command(TEACHER, "start", Map.of("lesson", Plans.TALK));
        lesson.room().command(TEACHER, "pause");
        await().until(
                        "the next console",
                        () -> lesson.console(TEACHER),
                        now -> now.shows(talk) && now.shows(lesson.say("console.paused")));
        // What was on its way to them when that came is there by the time the one after it is.
        lesson.room().command(TEACHER, "resume");
        await().until(
                        "the one after it",
                        () -> lesson.console(TEACHER),
                        now -> !now.shows(lesson.say("console.paused")));
        lesson.settled();

        assertThat(lesson.room().console(colleague).filter(shown -> shown.shows(talk)))
                .isEmpty();
    }

    @Test
    default void onePersonsRightsFollowThePlatform() {
        Sitting lesson = sitting();
        lesson.room().command(student(1), "help");
        assertThat(bot().script().lastHeard().person().leads()).isFalse();
        assertThat(bot().script().lastHeard().person().name()).isEqualTo("Student 1");
        lesson.room().command(TEACHER, "help");
        assertThat(bot().script().lastHeard().person().leads()).isTrue();
        assertThat(bot().script().lastHeard().room()).isEqualTo(lesson.room().room());
    }

    @Test
    default void theTeacherPicksTheNextPromptFromAList() {
        Sitting lesson = sitting();
        Card lists = lesson.room()
                .press(TEACHER, lesson.console(TEACHER), lesson.say("item.choose"))
                .card();
        Card.Picker list = lists.pickers().get(0);
        String prompt = list.options().get(0);

        assertThat(lesson.room().pick(TEACHER, lists, list, List.of(prompt)).text())
                .contains(lesson.say("item.chosen", prompt));

        lesson.awaitCurrent("the prompt picked", card -> card.shows(prompt) && card.shows(lesson.roundTitle(0, 2)));
    }

    @Test
    default void pairsAreTold() {
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join");

        await().until(
                        "the partner's name",
                        () -> lesson.room().command(student(2), "join"),
                        joined -> joined.says("Student 1"));
        await().until(
                        "the list of pairs",
                        lesson.room()::posts,
                        posts -> posts.stream().anyMatch(card -> card.shows("Student 1") && card.shows("Student 2")));
    }

    @Test
    default void theConsoleOffersWhatComesUpWithoutBeingAskedForAnew() {
        Sitting lesson = Sitting.start(bot(), school(), Plans.TALK);
        lesson.room().command(TEACHER, "next");
        Card talk = lesson.awaitCurrent("the question", card -> card.shows("owls"));
        lesson.settled();
        lesson.room().press(TEACHER, lesson.console(TEACHER), lesson.say("console.extend"));
        lesson.settled();

        Sheet sheet = lesson.room()
                .press(student(1), talk, lesson.say("discussion.share"))
                .sheet();
        lesson.room().submit(student(1), sheet, Map.of(lesson.say("discussion.field"), "Who knows?"));

        await().until(
                        "the console to offer to hide the thought",
                        () -> lesson.room().console(TEACHER),
                        console -> console.filter(card -> card.pickers().stream()
                                        .anyMatch(picker -> picker.label().equals(lesson.say("discussion.hide"))))
                                .isPresent());
    }

    @Test
    default void theEndIsToldToTheClassAndNobodyJoinsAfterIt() {
        Sitting lesson = Sitting.start(bot(), school(), Plans.TALK);
        Card welcome = lesson.current();
        lesson.room().press(student(1), welcome, lesson.say("welcome.join"));
        lesson.room().command(TEACHER, "next");
        Card talk = lesson.awaitCurrent("the question", card -> card.shows("owls"));
        Card sure = lesson.room().command(TEACHER, "end").card();
        lesson.room().press(TEACHER, sure, lesson.say("engine.end.now"));

        Card over = lesson.awaitCurrent("the end", card -> card.shows(lesson.say("engine.over.what")));
        String refused = lesson.say("engine.over");
        Someone late = Someone.named("Latecomer");
        assertThat(lesson.room()
                        .press(late, welcome, lesson.say("welcome.join"))
                        .text())
                .contains(refused);
        assertThat(lesson.room()
                        .press(student(1), talk, lesson.say("discussion.share"))
                        .text())
                .contains(refused);
        assertThat(bot().traces("Latecomer")).noneMatch(trace -> trace.startsWith("participant."));
        assertThat(lesson.room().press(student(1), over, lesson.say("close.me")).text())
                .contains(lesson.say("engine.me.title"));
        lesson.settled();
        assertThat(lesson.room().posts())
                .noneMatch(card -> card.button(lesson.say("welcome.join")).isPresent());
    }

    @Test
    default void whoEndsALessonIsAskedFirst() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        Card sure = lesson.room().command(TEACHER, "end").card();
        assertThat(lesson.lesson().running()).isTrue();

        lesson.room().press(TEACHER, sure, lesson.say("engine.end.now"));

        assertThat(lesson.lesson().running()).isFalse();
        assertThat(lesson.room().press(student(1), open, Plans.CAT).text()).isNotEmpty();
        assertThat(lesson.entries().isEmpty()).isTrue();
    }
}
