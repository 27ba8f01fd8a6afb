package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;

/** In a club no figure is drawn from fewer than five people, whichever activity would draw it. */
class FewPeopleTest {
    private static final Pattern FIGURES = Pattern.compile(
            "pairs agreed|pair that answered|% of the time|their mind|chose again stayed|divided so far:$|votes changed"
                    + "|waren sich einig|sich einig}|% der Fälle|Meinung geändert|Wahl geblieben|auseinandergeht:?$|Stimmen geändert",
            Pattern.MULTILINE);

    /** What is said in their place, in the languages of the lessons. */
    private static final Pattern TOO_FEW =
            Pattern.compile("with fewer one could tell who chose what|sonst könnte man erraten, wer was gewählt hat");

    private static final Pattern DIVIDED = Pattern.compile("divided so far|weitesten auseinandergeht");

    /** The activities that count what people chose. */
    private static final List<String> COUNT = List.of("stagematch", "preference", "close");

    static Stream<Arguments> clubs() {
        return Stream.of("how-ai-learns", "same-news", "wie-ki-lernt")
                .flatMap(lesson -> IntStream.rangeClosed(0, 6).mapToObj(people -> Arguments.of(lesson, people)));
    }

    @ParameterizedTest
    @MethodSource("clubs")
    void noFigureNamesAnybody(String lesson, int people) {
        PaperClass club = new PaperClass(lesson, 8, Lesson.Pace.SELF);
        for (Step step : club.steps()) {
            for (int round = 0; round < step.rounds() && club.open(step.id()); round++) {
                answer(club, people);
                String who = step.id() + " with " + people;
                assertThat(figures(club.drawing().room())).as(who).isEmpty();
                assertThat(figures(club.drawing().console())).as(who).isEmpty();
                assertThat(figures(club.drawing().person("s8")))
                        .as("%s, late", who)
                        .isEmpty();
                Message seen = club.drawing().person("s1");
                if (people < 5) {
                    assertThat(figures(seen)).as(who).isEmpty();
                }
                if (COUNT.contains(step.activity())) {
                    assertThat(figures(seen).isEmpty()).as(who).isEqualTo(people < 5);
                    assertThat(TOO_FEW.matcher(Fits.all(seen)).find()).as(who).isEqualTo(people > 0 && people < 5);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clubs")
    void aDiscussionSaysWhereTheClubIsDividedOnceEnoughHaveVoted(String lesson, int people) {
        boolean first = !lesson.equals("same-news");
        PaperClass club = new PaperClass(lesson, 8, Lesson.Pace.SELF);
        club.open(first ? "prefer" : "write");
        answer(club, people);
        club.open(first ? "good" : "talk");

        Message seen = club.drawing().person("s1");
        assertThat(figures(seen).isEmpty()).isEqualTo(people < 5);
        assertThat(TOO_FEW.matcher(Fits.all(seen)).find()).isEqualTo(people > 0 && people < 5);
        assertThat(Fits.all(club.drawing().person("s8")))
                .doesNotContainPattern(DIVIDED)
                .doesNotContainPattern(TOO_FEW);
    }

    @Test
    void aClassSeesFiguresOfHoweverFew() {
        PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);
        room.open("prefer");
        answer(room, 2);
        room.reveal();

        assertThat(figures(room.drawing().room())).hasSize(2);
    }

    @Test
    void pairsAgreeOnceTheyAreEnoughPeople() {
        for (int people : List.of(4, 5, 6)) {
            PaperClass club = new PaperClass("how-ai-learns", 8, Lesson.Pace.SELF);
            club.open("prefer");
            answer(club, people);

            // Of five the last one's partner has not answered.
            assertThat(Fits.all(club.drawing().person("s1")).contains("pairs agreed"))
                    .isEqualTo(people == 6);
        }
    }

    @Test
    void aRoundThatTooFewAnsweredIsLeftOutOfTheSum() {
        PaperClass club = new PaperClass("how-ai-learns", 8, Lesson.Pace.SELF);
        club.open("match");
        answer(club, 6);
        club.open("match");
        answer(club, 4);
        club.open("close");

        assertThat(guesses(club.drawing().person("s1"))).isEqualTo(6);
    }

    private static int guesses(Message closing) {
        return closing.blocks().stream()
                .filter(Block.Figure.class::isInstance)
                .map(block -> ((Block.Figure) block).table())
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.stream().skip(1))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** The first so many answer, and choose again where they can. */
    private static void answer(PaperClass room, int people) {
        for (int n = 1; n <= people; n++) {
            String who = "s" + n;
            room.press(who, StageMatch.GUESS, stage(room, n));
            room.press(who, Preference.VOTE, n % 2 == 0 ? "a" : "b");
            room.press(who, Preference.REVOTE, "a");
        }
    }

    private static String stage(PaperClass room, int n) {
        return room.drawing().room().blocks().stream()
                .flatMap(Fits::buttons)
                .map(button -> button.action())
                .filter(action -> action.verb().equals(StageMatch.GUESS))
                .map(action -> action.argument())
                .skip(n % 2)
                .findFirst()
                .orElse("");
    }

    private static List<String> figures(Message message) {
        return message.blocks().stream()
                .filter(block -> block instanceof Block.Figure
                        || block instanceof Block.Bars
                        || block instanceof Block.Table
                        || Fits.texts(block).anyMatch(FIGURES.asPredicate()))
                .map(Block::toString)
                .toList();
    }
}
