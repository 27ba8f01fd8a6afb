package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;

/** A rater's shift: pair after pair, each person for themselves. */
class ShiftTest {
    @Test
    void aChoiceBringsTheNextPair() {
        PaperClass room = shift(4, Lesson.Pace.LIVE);
        Message first = whispered(room.press("s1", "next-pair", ""));
        Message second = whispered(press(room, "s1", first, 0));

        assertThat(Fits.all(second)).contains("You have rated one.");
        assertThat(prompt(second)).isNotEqualTo(prompt(first));
        assertThat(room.entries().size()).isEqualTo(1);
    }

    @Test
    void aButtonPressedTwiceCountsOnceAndLeadsOn() {
        PaperClass room = shift(4, Lesson.Pace.LIVE);
        Message first = whispered(room.press("s1", "next-pair", ""));
        press(room, "s1", first, 0);
        Message again = whispered(press(room, "s1", first, 1));

        assertThat(room.entries().size()).isEqualTo(1);
        assertThat(prompt(again)).isNotEqualTo(prompt(first));
    }

    /** The class: 24 people, some quick and some slow, some 250 ratings. */
    @Test
    void inAClassOf24EachPairIsRatedByAtLeastThreeAndEachInAnotherOrder() {
        PaperClass room = shift(24, Lesson.Pace.LIVE);
        Set<List<String>> orders = new HashSet<>();
        for (int person = 1; person <= 24; person++) {
            orders.add(rate(room, "s" + person, person % 2 == 0 ? 14 : 8));
        }
        Map<String, Long> rated = room.entries().all().stream()
                .filter(entry -> entry.field().startsWith("rated-"))
                .collect(Collectors.groupingBy(Entry::field, Collectors.counting()));

        assertThat(room.entries().size()).isEqualTo(264);
        assertThat(rated).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rated.values()).allMatch(times -> times >= 3);
        assertThat(orders).hasSize(24);
    }

    @Test
    void twoPairsComeTwiceWithTheirSidesSwapped() {
        PaperClass room = shift(4, Lesson.Pace.LIVE);
        Map<String, List<String>> seen = new HashMap<>();
        Message turn = whispered(room.press("s1", "next-pair", ""));
        int twice = 0;
        for (int n = 0; n < 12; n++) {
            List<String> sides = sides(turn);
            List<String> before = seen.put(prompt(turn), sides);
            if (before != null) {
                assertThat(sides).containsExactly(before.get(1), before.get(0));
                twice++;
            }
            turn = whispered(press(room, "s1", turn, 0));
        }
        assertThat(twice).isEqualTo(2);
        // Who always presses A contradicts themselves each time.
        room.reveal();
        assertThat(Fits.all(room.drawing().person("s1")))
                .contains("2 pairs came twice for you, with sides swapped. You chose the same response no time.");
    }

    @Test
    void theRevealShowsTheClassItsPaceAndWhatAModelLearnedAndNobodysRatings() {
        PaperClass room = shift(12, Lesson.Pace.LIVE);
        IntStream.rangeClosed(1, 12).forEach(person -> rate(room, "s" + person, 12));
        room.reveal();
        String seen = Fits.all(room.drawing().room());

        assertThat(seen)
                .contains("12 people gave 144 ratings of 64 pairs.")
                .contains("of 24 times the same response was chosen again")
                .contains("What a model learned to like from your choices")
                .contains("Fitted to 120 choices.")
                .doesNotContain("Student");
        assertThat(room.press("s1", "next-pair", "").entries()).isEmpty();
    }

    @Test
    void nobodySeesBeforehandMoreThanHowMany() {
        PaperClass one = shift(6, Lesson.Pace.LIVE);
        PaperClass other = shift(6, Lesson.Pace.LIVE);
        rate(one, "s1", 5, 0);
        rate(other, "s1", 5, 1);

        assertThat(one.drawing().room()).isEqualTo(other.drawing().room());
        assertThat(one.drawing().console()).isEqualTo(other.drawing().console());
        assertThat(Fits.all(one.drawing().room())).contains("5 ratings so far.");
    }

    @Test
    void atOnesOwnPaceItIsOverWhenOneSaysSo() {
        PaperClass club = shift(8, Lesson.Pace.SELF);
        assertThat(buttons(club.drawing().person("s1")))
                .extracting(Button::label)
                .containsExactly("A", "B", "Too close to call", "That is enough for me");
        for (int n = 0; n < 3; n++) {
            press(club, "s1", club.drawing().person("s1"), n % 2);
        }
        assertThat(Fits.all(club.drawing().person("s1"))).contains("You have rated 3.");
        assertThat(club.drawing().isDone("s1")).isFalse();
        Action enough =
                new ArrayList<>(buttons(club.drawing().person("s1"))).get(3).action();
        club.press("s1", enough.verb(), "");

        assertThat(club.drawing().isDone("s1")).isTrue();
        assertThat(Fits.all(club.drawing().person("s1")))
                .as("one member's ratings are no figures")
                .contains("You see it from 5 on")
                .doesNotContain("What a model learned");
        assertThat(club.press("s2", "enough", "").entries()).hasSize(1);
    }

    @Test
    void whereTwoGroupsAreNamedEverybodySaysWhichIsTheirsBeforeTheyRate() {
        PaperClass room = shift(4, Lesson.Pace.LIVE);
        name(room, "Window", "Door");
        Message asked = whispered(room.press("s1", "next-pair", ""));
        assertThat(buttons(asked)).extracting(Button::label).containsExactly("Window", "Door", "Neither");

        Message first = whispered(press(room, "s1", asked, 1));
        assertThat(Fits.all(first)).contains("Your group: Door");
        assertThat(buttons(first)).extracting(Button::label).startsWith("Change that", "A", "B");
        press(room, "s1", whispered(press(room, "s1", first, 0)), 0);

        assertThat(room.entries().owner("s1").all()).extracting(Entry::value).containsExactly("1");
        assertThat(Fits.all(room.drawing().console()))
                .contains("“Window” and “Door”. One has said which is theirs.")
                .doesNotContain("Two groups …");
        assertThat(Fits.all(room.drawing().room())).doesNotContain("Window");
    }

    @Test
    void groupsAreNamedByTeachersAloneBothOrNeitherAndNotOnceSomebodySaidTheirs() {
        PaperClass room = shift(4, Lesson.Pace.LIVE);
        assertThat(room.press("s1", "name-groups", "").reply().toString()).contains("teacher");
        assertThat(room.press("s1", "group", "1").entries()).isEmpty();
        assertThat(name(room, "Window", "").reply()).isInstanceOf(Reply.FixForm.class);
        assertThat(name(room, "Window", "window").reply()).isInstanceOf(Reply.FixForm.class);
        assertThat(name(room, "Window", "Door").entries()).hasSize(2);
        assertThat(room.press("s1", "group", "3").entries()).isEmpty();
        assertThat(room.press("s1", "group", "1").entries()).hasSize(1);

        assertThat(name(room, "Left", "Right").entries()).isEmpty();
        room.reveal();
        assertThat(room.press("s2", "group", "2").entries()).isEmpty();
    }

    /** As the form is filled in that opens now. */
    private static Outcome name(PaperClass room, String one, String other) {
        Reply opened = room.press(PaperClass.TEACHER, "name-groups", "").reply();
        String mark =
                opened instanceof Reply.OpenForm open ? open.form().action().argument() : "";
        return room.submit(PaperClass.TEACHER, "name-groups", mark, Map.of("group-1", one, "group-2", other));
    }

    @Test
    void whatIsNoPairOrNoSideIsRefused() {
        PaperClass room = shift(4, Lesson.Pace.LIVE);
        Message turn = whispered(room.press("s1", "next-pair", ""));
        String field = buttons(turn).get(0).action().argument().replaceAll("/.*", "");
        for (String forged :
                List.of("", "rated-", "rated-nothing/a", field, field + "/c", "enough/a", "x/a", "again-")) {
            assertThat(room.press("s1", "rate", forged).entries()).as(forged).isEmpty();
        }
        String early = field.replace("rated-", "again-") + "/a";
        assertThat(room.press("s1", "rate", early).entries()).isEmpty();
    }

    private static PaperClass shift(int people, Lesson.Pace pace) {
        PaperClass room = new PaperClass("how-ai-learns", people, pace);
        room.open("shift");
        return room;
    }

    private static List<String> rate(PaperClass room, String person, int times) {
        return rate(room, person, times, -1);
    }

    /** @param side 0 for A, 1 for B; negative for each in turn */
    private static List<String> rate(PaperClass room, String person, int times, int side) {
        List<String> prompts = new ArrayList<>();
        Message turn = whispered(room.press(person, "next-pair", ""));
        for (int n = 0; n < times; n++) {
            prompts.add(prompt(turn));
            turn = whispered(press(room, person, turn, side < 0 ? n % 2 : side));
        }
        return prompts;
    }

    private static Outcome press(PaperClass room, String person, Message turn, int button) {
        Action action = buttons(turn).get(button).action();
        return room.press(person, action.verb(), action.argument());
    }

    private static Message whispered(Outcome outcome) {
        return ((Reply.Whisper) outcome.reply()).message();
    }

    private static String prompt(Message turn) {
        return quotes(turn).get(0);
    }

    private static List<String> sides(Message turn) {
        return quotes(turn).subList(1, 3);
    }

    private static List<String> quotes(Message message) {
        return message.blocks().stream()
                .filter(Block.Quote.class::isInstance)
                .map(block -> ((Block.Quote) block).text())
                .toList();
    }

    private static List<Button> buttons(Message message) {
        return message.blocks().stream().flatMap(Fits::buttons).toList();
    }
}
