package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FleissKappaTest {

    /** The worked example most often reprinted for Fleiss (1971): kappa 0.210. */
    @Test
    void fourteenRatersOfTenSubjectsAgreeAsPublished() {
        List<Tally<Integer>> subjects = Stream.of(
                        new long[] {0, 0, 0, 0, 14},
                        new long[] {0, 2, 6, 4, 2},
                        new long[] {0, 0, 3, 5, 6},
                        new long[] {0, 3, 9, 2, 0},
                        new long[] {2, 2, 8, 1, 1},
                        new long[] {7, 7, 0, 0, 0},
                        new long[] {3, 2, 6, 3, 0},
                        new long[] {2, 5, 3, 2, 2},
                        new long[] {6, 5, 2, 1, 0},
                        new long[] {0, 2, 2, 3, 7})
                .map(FleissKappaTest::tally)
                .toList();

        FleissKappa kappa = FleissKappa.of(subjects);

        assertThat(kappa.observed()).isCloseTo(0.378, within(0.0005));
        assertThat(kappa.expected()).isCloseTo(0.213, within(0.0005));
        assertThat(kappa.kappa().orElseThrow()).isCloseTo(0.210, within(0.0005));
    }

    @Test
    void totalAgreementOnDifferentAnswersIsOne() {
        Random random = new Random(1971);
        for (int trial = 0; trial < 200; trial++) {
            int raters = 2 + random.nextInt(30);
            List<Tally<Integer>> items = IntStream.range(0, 2 + random.nextInt(10))
                    .mapToObj(item -> Tally.of(Collections.nCopies(raters, item)))
                    .toList();

            assertThat(FleissKappa.of(items).kappa().orElseThrow()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void twoRatersWhoNeverAgreeAreAsFarBelowChanceAsCanBe() {
        List<Tally<String>> items = List.of(Tally.of(List.of("A", "B")), Tally.of(List.of("B", "A")));

        assertThat(FleissKappa.of(items).kappa()).hasValue(-1);
    }

    @Test
    void oneAnswerToEverythingLeavesItUndefined() {
        assertThat(FleissKappa.of(List.of(Tally.of(List.of("A", "A")), Tally.of(List.of("A", "A"))))
                        .kappa())
                .isEmpty();
    }

    @Test
    void everyItemNeedsTheSameTwoOrMoreRaters() {
        List<List<Tally<String>>> unfit = List.of(
                List.of(),
                List.of(Tally.of(List.of("A"))),
                List.of(Tally.of(List.of("A", "B")), Tally.of(List.of("A", "B", "B"))));

        for (List<Tally<String>> items : unfit) {
            assertThatIllegalArgumentException().isThrownBy(() -> FleissKappa.of(items));
        }
    }

    private static Tally<Integer> tally(long[] counts) {
        return new Tally<>(IntStream.range(0, counts.length)
                .boxed()
                .collect(Collectors.toMap(category -> category, category -> counts[category])));
    }
}
