package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Lesson;

/** What becomes of a form, by what it began with, what was sent, and what stands there by then. */
class EditTest {
    private static final String CHANGED = "changed after you opened the form";

    private final PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            began, theirs, sent, stands, told
            '',    -,      mine, mine,   kept
            old,   -,      mine, mine,   kept
            old,   -,      old,  old,    kept
            old,   -,      '',   '',     kept
            '',    theirs, mine, theirs, changed
            old,   theirs, mine, theirs, changed
            old,   theirs, '',   theirs, changed
            old,   '',     mine, '',     changed
            old,   theirs, old,  theirs, kept
            '',    theirs, '',   theirs, kept
            old,   mine,   mine, mine,   kept
            old,   '',     '',   '',     kept
            """, useHeadersInDisplayName = true)
    void nothingIsOverwrittenUnseen(String began, String theirs, String sent, String stands, String told) {
        room.open("investigate");
        send("s8", form("s8"), began);
        Form form = form("s1");
        assertThat(form.fields().get(0).value()).isEqualTo(began);
        if (theirs != null) {
            send("s8", form("s8"), theirs);
        }

        Outcome outcome = send("s1", form, sent);

        assertThat(room.entries().value("pair:1", "answer-1").orElse("")).isEqualTo(stands);
        assertThat(outcome.reply().toString().contains(CHANGED)).isEqualTo(told.equals("changed"));
        assertThat(outcome.counts()).isEqualTo(told.equals("kept"));
        Fits.reply(outcome.reply());
    }

    @Test
    void partnersMayAnswerDifferentQuestionsAtOneTimeAndAClashKeepsNoneOfTheForm() {
        threeQuestions();
        Form one = form("s1");
        Form other = form("s8");
        assertThat(one.action().id()).hasSizeLessThanOrEqualTo(Limits.ACTION);
        send("s1", one, "a of s1", "", "");
        assertThat(send("s8", other, "", "b of s8", "").counts()).isTrue();
        assertThat(answers()).containsExactly("a of s1", "b of s8", "");

        Outcome clash = send("s8", other, "a of s8", "", "c of s8");
        assertThat(clash.counts()).isFalse();
        assertThat(answers()).containsExactly("a of s1", "b of s8", "");
    }

    @Test
    void whatComesBackFitsWhereverItIsShown() {
        threeQuestions();
        Form early = form("s1");
        String longest = "w".repeat(600);
        send("s8", form("s8"), longest, longest, longest);
        Fits.reply(send("s1", early, longest + "!", "?", "!").reply());
        Fits.reply(send("s1", early, "!", "?", "!").reply());
    }

    /** Of two leaders none is the other's partner, and whoever writes for themselves has been there twice. */
    @Test
    void everybodyIsToldWhoMayHaveChangedIt() {
        room.open("investigate");
        assertThat(twice("s1", "write", Map.of("answer-1", "mine"), "s8", Map.of("answer-1", "theirs")))
                .contains(CHANGED + ": by your partner, or by you");
        room.open("feedback");
        assertThat(twice("s1", "give", Map.of("rating", "1"), "s1", Map.of("rating", "5")))
                .contains(CHANGED + ", by you in another window");
        room.open("shift");
        assertThat(twice(
                        PaperClass.TEACHER,
                        "name-groups",
                        Map.of("group-1", "Left", "group-2", "Right"),
                        PaperClass.TEACHER,
                        Map.of("group-1", "Window", "group-2", "Door")))
                .contains(CHANGED + ": by somebody who leads with you, or by you");
    }

    /** What somebody is told who sends a form that somebody opened and sent meanwhile. */
    private String twice(
            String person, String verb, Map<String, String> sent, String other, Map<String, String> meanwhile) {
        Form early = ((Reply.OpenForm) room.press(person, verb, "").reply()).form();
        Form between = ((Reply.OpenForm) room.press(other, verb, "").reply()).form();
        assertThat(room.act(other, new Interaction.Submit(between.action(), meanwhile))
                        .counts())
                .isTrue();
        return room.act(person, new Interaction.Submit(early.action(), sent))
                .reply()
                .toString();
    }

    @Test
    void aFormOfAnEarlierVersionOfTheBotBeganWithNothing() {
        room.open("investigate");
        Interaction.Submit old = new Interaction.Submit(room.action("write", ""), Map.of("answer-1", "mine"));
        assertThat(room.act("s1", old).counts()).isTrue();
        send("s1", form("s1"), "changed");
        assertThat(room.act("s1", old).counts()).isFalse();
    }

    private void threeQuestions() {
        room.open("board");
        List<String> codes = new ArrayList<>();
        room.drawing().room().blocks().stream()
                .flatMap(Fits::buttons)
                .filter(button -> button.action().verb().equals("up"))
                .limit(3)
                .forEach(button -> codes.add(button.action().argument()));
        room.pick(PaperClass.TEACHER, "choose", codes.toArray(String[]::new));
        room.open("investigate");
    }

    private List<String> answers() {
        return List.of(answer(1), answer(2), answer(3));
    }

    private String answer(int n) {
        return room.entries().value("pair:1", "answer-" + n).orElse("");
    }

    private Form form(String person) {
        return ((Reply.OpenForm) room.press(person, "write", "").reply()).form();
    }

    private Outcome send(String person, Form form, String... texts) {
        Map<String, String> values = new HashMap<>();
        for (int n = 0; n < texts.length; n++) {
            values.put(form.fields().get(n).name(), texts[n]);
        }
        return room.act(person, new Interaction.Submit(form.action(), values));
    }
}
