package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Lesson;

/** Thirty students, and more questions, thoughts and pairs than one list holds. */
class LargeClassTest {
    private static final int QUESTIONS = 60;

    private final PaperClass room = new PaperClass("how-ai-learns", 30, Lesson.Pace.LIVE);

    @ParameterizedTest
    @ValueSource(strings = {"choose", "pin", "hide", "stays"})
    void everyQuestionCanBePickedForEveryDecision(String verb) {
        sixtyQuestions();
        TreeSet<String> offered = new TreeSet<>();
        pickers(open(verb)).forEach(picker -> picker.options().forEach(option -> offered.add(option.label())));
        assertThat(offered.stream().filter(text -> text.startsWith("Question ")))
                .hasSize(QUESTIONS);
    }

    @Test
    void aQuestionOfTheLastListIsHiddenAndComesBack() {
        sixtyQuestions();
        Block.Picker last = last(open("hide"));
        Option option = last.options().get(last.options().size() - 1);
        Message after = pick(last.action(), option.value());
        assertThat(pickers(after).stream().flatMap(picker -> picker.options().stream()))
                .doesNotContain(option);
        Block.Picker show = pickers(room.drawing().console()).stream()
                .filter(picker -> picker.action().verb().equals("show"))
                .findFirst()
                .orElseThrow();
        room.act(PaperClass.TEACHER, new Interaction.Pick(show.action(), List.of(option.value())));
        assertThat(pickers(open("hide")).stream().flatMap(picker -> picker.options().stream()))
                .contains(option);
    }

    @Test
    void questionsOnDifferentListsAreMergedIntoTheOneThatStays() {
        sixtyQuestions();
        Block.Picker first = pickers(open("stays")).get(0);
        String stays = first.options().get(0).value();
        Block.Picker others = last(pick(first.action(), stays));
        String goes = others.options().get(others.options().size() - 1).value();
        room.press("s1", "up", goes);

        Message after = pick(others.action(), goes);

        assertThat(after.toString()).doesNotContain(goes);
        assertThat(room.entries().value(Keep.TEACHERS, "merge-" + goes)).contains(stays);
        assertThat(Fits.all(room.drawing().room())).contains("1 upvote");
        Block.Picker undo = pickers(room.drawing().console()).stream()
                .filter(picker -> picker.action().verb().equals("unmerge"))
                .findFirst()
                .orElseThrow();
        assertThat(undo.options()).extracting(Option::value).containsExactly(goes);
    }

    @Test
    void pickingOnOnePageUndoesNothingOfAnother() {
        sixtyQuestions();
        Block.Picker one = pickers(open("pin")).get(0);
        Block.Picker other = last(open("pin"));
        pick(one.action(), one.options().get(0).value());
        pick(other.action(), other.options().get(0).value());
        assertThat(room.entries()
                        .owner(Keep.TEACHERS)
                        .where(entry -> entry.field().startsWith("pin-"))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void noMoreThanThreeAreChosenAndOneCanBeTakenOff() {
        sixtyQuestions();
        List<Option> offered = pickers(open("choose")).get(0).options();
        Action action = pickers(open("choose")).get(0).action();
        offered.subList(0, 3).forEach(option -> pick(action, option.value()));
        assertThat(room.act(
                                PaperClass.TEACHER,
                                new Interaction.Pick(
                                        action, List.of(offered.get(3).value())))
                        .entries())
                .isEmpty();
        room.pick(PaperClass.TEACHER, "unchoose", offered.get(0).value());
        pick(action, offered.get(3).value());
        assertThat(room.entries()
                        .owner(Keep.TEACHERS)
                        .where(entry -> entry.field().startsWith("choose-"))
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aStudentOpensNoneOfTheLists() {
        sixtyQuestions();
        assertThat(room.press("s1", "list", "hide/0").reply().toString()).contains("Only a teacher");
    }

    @Test
    void everyThoughtCanBeHiddenTheNewestFirst() {
        room.open("noticed");
        for (int n = 1; n <= 40; n++) {
            Form form = ((Reply.OpenForm)
                            room.press("s" + (n % 30 + 1), "share", "").reply())
                    .form();
            room.act("s" + (n % 30 + 1), new Interaction.Submit(form.action(), Map.of("thought", "Thought " + n)));
        }
        List<Option> offered = new ArrayList<>();
        pickers(open("hide")).forEach(picker -> offered.addAll(picker.options()));
        assertThat(offered).hasSize(40);
        assertThat(offered.get(0).label()).isEqualTo("Thought 40");
        room.pick(PaperClass.TEACHER, "hide", offered.get(39).value());
        pickers(open("hide")).forEach(picker -> assertThat(picker.options()).doesNotContain(offered.get(39)));
    }

    /** In a club each sees their own and the newest of others', and turns pages through all of them. */
    @Test
    void everyThoughtIsReadByTurningPages() {
        PaperClass club = new PaperClass("how-ai-learns", 30, Lesson.Pace.SELF);
        club.open("noticed");
        for (int n = 1; n <= 40; n++) {
            club.submit("s" + (n % 30 + 1), "share", "", Map.of("thought", "Thought " + n + "."));
        }
        assertThat(Fits.all(club.drawing().person("s2")))
                .contains("Thought 1.", "Thought 31.", "Thought 40.", "and 34");
        assertThat(Fits.all(club.drawing().person("s2"))).doesNotContain("Thought 36.");
        StringBuilder read = new StringBuilder();
        for (int page = 1; page <= 5; page++) {
            read.append(club.press("s2", "page", String.valueOf(page)).reply());
        }
        for (int n = 1; n <= 40; n++) {
            assertThat(read).contains("Thought " + n + ".");
        }
    }

    @Test
    void everyPairCanBeCalled() {
        PaperClass school = new PaperClass("how-ai-learns", 60, Lesson.Pace.LIVE);
        school.open("investigate");
        for (int n = 1; n <= 30; n++) {
            school.submit("s" + n, "write", "", Map.of("answer-1", "Answer " + n));
        }
        school.open("share");
        Message lists = whispered(school.press(PaperClass.TEACHER, "list", "call/0"));
        assertThat(pickers(lists).stream().flatMap(picker -> picker.options().stream()))
                .hasSize(29);
        assertThat(pickers(school.drawing().console())).isEmpty();
    }

    private void sixtyQuestions() {
        room.open("ask");
        for (int n = 0; n < QUESTIONS; n += 2) {
            String person = "s" + (n / 2 + 1);
            Form form = ((Reply.OpenForm) room.press(person, "ask", "").reply()).form();
            Map<String, String> values = new HashMap<>();
            values.put(form.fields().get(0).name(), "Question " + n);
            values.put(form.fields().get(1).name(), "Question " + (n + 1));
            room.act(person, new Interaction.Submit(form.action(), values));
        }
        room.open("board");
    }

    /** Presses the button on the console that opens a long list. */
    private Message open(String verb) {
        Message console = room.drawing().console();
        Fits.message(console);
        Optional<Button> button = console.blocks().stream()
                .flatMap(Fits::buttons)
                .filter(one -> one.action().argument().startsWith(verb + "/"))
                .findFirst();
        return whispered(room.act(
                PaperClass.TEACHER, new Interaction.Press(button.orElseThrow().action())));
    }

    private Message pick(Action action, String value) {
        return whispered(room.act(PaperClass.TEACHER, new Interaction.Pick(action, List.of(value))));
    }

    private static Message whispered(Outcome outcome) {
        Message message = ((Reply.Whisper) outcome.reply()).message();
        Fits.message(message);
        return message;
    }

    private static Block.Picker last(Message message) {
        List<Block.Picker> pickers = pickers(message);
        assertThat(pickers).hasSizeGreaterThan(1);
        return pickers.get(pickers.size() - 1);
    }

    private static List<Block.Picker> pickers(Message message) {
        return message.blocks().stream()
                .filter(Block.Picker.class::isInstance)
                .map(Block.Picker.class::cast)
                .toList();
    }
}
