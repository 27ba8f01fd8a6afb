package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.report.ConfusionMatrix.Confusion;

class ConfusionMatrixTest {

    private static final ConfusionMatrix<String> MATRIX = ConfusionMatrix.empty(List.of("base", "tuned", "rlhf"))
            .plus("base", guesses(22, 3, 2))
            .plus("tuned", guesses(1, 10, 8))
            .plus("tuned", guesses(1, 3, 4))
            .plus("rlhf", guesses(0, 14, 13));

    @Test
    void rowsAreTruthsAndRoundsAddUp() {
        assertThat(MATRIX.count("base", "tuned")).isEqualTo(3);
        assertThat(MATRIX.count("tuned", "base")).isEqualTo(2);
        assertThat(MATRIX.count("tuned", "tuned")).isEqualTo(13);
        assertThat(MATRIX.total()).isEqualTo(81);
        assertThat(MATRIX.correct()).isEqualTo(22 + 13 + 13);
    }

    @Test
    void accuracyIsOverAll() {
        assertThat(MATRIX.accuracy()).hasValue(48 / 81.0);
    }

    @Test
    void theMostFrequentConfusionIsNamedWithItsDirection() {
        assertThat(MATRIX.mostFrequentConfusion()).hasValue(new Confusion<>("rlhf", "tuned", 14));
    }

    @Test
    void ofEquallyFrequentConfusionsTheFirstInTheOrderOfLabelsIsNamed() {
        ConfusionMatrix<String> even = ConfusionMatrix.empty(List.of("base", "tuned", "rlhf"))
                .plus("rlhf", guesses(0, 4, 0))
                .plus("base", guesses(9, 0, 4));

        assertThat(even.mostFrequentConfusion()).hasValue(new Confusion<>("base", "rlhf", 4));
    }

    @Test
    void beingRightIsComparedWithGuessingBlindly() {
        ConfusionMatrix<String> round =
                ConfusionMatrix.empty(List.of("base", "tuned", "rlhf")).plus("base", guesses(18, 5, 4));

        assertThat(round.chance()).isEqualTo(1 / 3.0);
    }

    @Test
    void withoutGuessesNothingIsClaimed() {
        ConfusionMatrix<String> empty = ConfusionMatrix.empty(List.of("base", "tuned"));

        assertThat(empty.accuracy()).isEmpty();
        assertThat(empty.mostFrequentConfusion()).isEmpty();
    }

    @Test
    void labelsFromElsewhereAreRefused() {
        ConfusionMatrix<String> empty = ConfusionMatrix.empty(List.of("base", "tuned"));

        assertThatIllegalArgumentException().isThrownBy(() -> empty.plus("dpo", Tally.of(List.of("base"))));
        assertThatIllegalArgumentException().isThrownBy(() -> empty.plus("base", Tally.of(List.of("dpo"))));
        assertThatIllegalArgumentException().isThrownBy(() -> ConfusionMatrix.empty(List.of("base")));
    }

    private static Tally<String> guesses(long base, long tuned, long rlhf) {
        return new Tally<>(Map.of("base", base, "tuned", tuned, "rlhf", rlhf));
    }
}
