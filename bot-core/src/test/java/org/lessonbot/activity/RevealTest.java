package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;

/** What nobody may see before a reveal, and nobody may change after it. */
class RevealTest {
    static Stream<Arguments> revealing() {
        return Stream.of(
                Arguments.of("match", StageMatch.GUESS, List.of("base", "instruction_tuned", "rlhf")),
                Arguments.of("prefer", Preference.VOTE, List.of("a", "b", Preference.TIE)));
    }

    @ParameterizedTest
    @MethodSource("revealing")
    void beforeItAllSeeTheSameWhateverWasAnswered(String step, String field, List<String> answers) {
        for (Lesson.Pace pace : Lesson.Pace.values()) {
            PaperClass agreed = answered(pace, step, field, answers.subList(0, 1));
            PaperClass divided = answered(pace, step, field, answers);
            List<Function<Drawing<?, ?>, Message>> views =
                    List.of(Drawing::room, Drawing::console, drawing -> drawing.person("s9"));
            for (Function<Drawing<?, ?>, Message> view : views) {
                assertThat(view.apply(agreed.drawing())).isEqualTo(view.apply(divided.drawing()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("revealing")
    void afterItTheSplitIsThereForAll(String step, String field, List<String> answers) {
        PaperClass agreed = answered(Lesson.Pace.LIVE, step, field, answers.subList(0, 1));
        PaperClass divided = answered(Lesson.Pace.LIVE, step, field, answers);
        agreed.reveal();
        divided.reveal();
        assertThat(agreed.drawing().room()).isNotEqualTo(divided.drawing().room());
    }

    @ParameterizedTest
    @MethodSource("revealing")
    void anAnswerMayChangeUntilThenAndNotAfter(String step, String field, List<String> answers) {
        PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);
        room.open(step);
        room.press("s1", field, answers.get(0));
        room.press("s1", field, answers.get(1));
        assertThat(room.entries().field(field).size()).isEqualTo(1);
        String before = value(room, field);
        room.reveal();
        assertThat(room.press("s1", field, answers.get(2)).entries()).isEmpty();
        assertThat(value(room, field)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("revealing")
    void atOnesOwnPaceItComesRightAfterOnesOwnAnswer(String step, String field, List<String> answers) {
        PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.SELF);
        room.open(step);
        Message before = room.drawing().person("s1");
        room.press("s1", field, answers.get(0));
        assertThat(room.drawing().person("s1")).isNotEqualTo(before);
        assertThat(room.press("s1", field, answers.get(1)).entries()).isEmpty();
        assertThat(room.press("s2", field, answers.get(1)).entries()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("revealing")
    void aChoiceThatIsNoneIsRefused(String step, String field, List<String> answers) {
        PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);
        room.open(step);
        for (String nonsense : List.of("", "c", "base ", "../base")) {
            assertThat(answers).doesNotContain(nonsense);
            assertThat(room.press("s1", field, nonsense).entries()).isEmpty();
        }
    }

    @Test
    void choosingAgainCountsOnlyAfterTheReveal() {
        PaperClass room = answered(Lesson.Pace.LIVE, "prefer", Preference.VOTE, List.of("a", "b"));
        assertThat(room.press("s1", Preference.REVOTE, "b").entries()).isEmpty();
        room.reveal();
        room.press("s1", Preference.REVOTE, "b");
        assertThat(room.entries().field(Preference.REVOTE).all())
                .extracting(Entry::owner)
                .containsExactly("s1");
        assertThat(Fits.all(room.drawing().room())).contains("The one person who chose again moved.");
        room.close();
        assertThat(room.press("s2", Preference.REVOTE, "a").entries()).isEmpty();
    }

    @Test
    void thePartnersAnswerAndTheAgreementOfPairsAreShownWithoutNamesInTheRoom() {
        PaperClass room = answered(Lesson.Pace.LIVE, "prefer", Preference.VOTE, List.of("a", "b"));
        room.reveal();
        assertThat(Fits.all(room.drawing().room()))
                .contains("0 of 4 pairs agreed.")
                .doesNotContain("Student");
        assertThat(Fits.all(room.drawing().person("s1"))).contains("Student 2 chose B");
    }

    private static PaperClass answered(Lesson.Pace pace, String step, String field, List<String> answers) {
        PaperClass room = new PaperClass("how-ai-learns", 10, pace);
        room.open(step);
        for (int n = 1; n <= 8; n++) {
            room.press(
                    "s" + n, field, answers.get(n % answers.size() == 0 ? answers.size() - 1 : n % answers.size() - 1));
        }
        return room;
    }

    private static String value(PaperClass room, String field) {
        return room.entries().value("s1", field).orElseThrow();
    }
}
