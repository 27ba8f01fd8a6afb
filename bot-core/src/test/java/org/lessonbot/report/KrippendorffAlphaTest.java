package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KrippendorffAlphaTest {

    /** Krippendorff (2011), section C. */
    @Test
    void fourCodersOfTwelveUnitsAreAsReliableAsPublished() {
        List<String> coders = List.of("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

        KrippendorffAlpha alpha = KrippendorffAlpha.of(units(coders));

        assertThat(alpha.alpha().orElseThrow()).isCloseTo(0.743, within(0.0005));
    }

    /** Krippendorff, Content Analysis, second edition (2004), section 11.3.1. */
    @Test
    void twoCodersOfTenBinaryUnitsAreAsReliableAsPublished() {
        KrippendorffAlpha alpha = KrippendorffAlpha.of(units(List.of("1100000000", "0110010100")));

        assertThat(alpha.alpha().orElseThrow()).isCloseTo(0.095, within(0.0005));
    }

    @Test
    void namesOfAnswersDoNotMatter() {
        Random random = new Random(2011);
        for (int trial = 0; trial < 200; trial++) {
            List<List<Integer>> items = randomItems(random);
            List<Integer> names = new ArrayList<>(List.of(0, 1, 2, 3));
            Collections.shuffle(names, random);

            assertThat(alphaOf(items, names::get)).isEqualTo(alphaOf(items, UnaryOperator.identity()));
        }
    }

    @Test
    void aLoneAnswerChangesNothing() {
        Random random = new Random(2012);
        for (int trial = 0; trial < 200; trial++) {
            List<List<Integer>> items = randomItems(random);
            List<List<Integer>> withLoneAnswer = new ArrayList<>(items);
            withLoneAnswer.add(List.of(random.nextInt(4)));

            assertThat(alphaOf(withLoneAnswer, UnaryOperator.identity()))
                    .isEqualTo(alphaOf(items, UnaryOperator.identity()));
        }
    }

    @Test
    void totalAgreementOnDifferentAnswersIsOneThoughSomeAreMissing() {
        assertThat(KrippendorffAlpha.of(units(List.of("12.1", "1231", ".23."))).alpha())
                .hasValue(1);
    }

    @Test
    void nothingToCompareOrNothingThatVariesLeavesItUndefined() {
        for (List<String> coders : List.of(List.of("12", ".."), List.of("1.", ".2"), List.of("11", "11"))) {
            assertThat(KrippendorffAlpha.of(units(coders)).alpha()).isEmpty();
        }
    }

    private static KrippendorffAlpha alphaOf(List<List<Integer>> items, UnaryOperator<Integer> name) {
        return KrippendorffAlpha.of(items.stream()
                .map(item -> Tally.of(item.stream().map(name).toList()))
                .toList());
    }

    private static List<List<Integer>> randomItems(Random random) {
        return Stream.generate(
                        () -> random.ints(random.nextInt(9), 0, 4).boxed().toList())
                .limit(10)
                .toList();
    }

    /** One string a coder, one character a unit; a full stop where the coder gave no answer. */
    private static List<Tally<Integer>> units(List<String> coders) {
        return IntStream.range(0, coders.get(0).length())
                .mapToObj(unit -> Tally.of(coders.stream()
                        .map(coder -> (int) coder.charAt(unit))
                        .filter(code -> code != '.')
                        .toList()))
                .toList();
    }
}
