package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

    /** Conover (1971), p. 97, is the second; the rest were computed with scipy.stats.binomtest 1.17. */
    @ParameterizedTest(name = "{0} of {1} at {2}")
    @CsvSource({
        "7, 20, 0.5, 0.26317596435546875",
        "682, 925, 0.75, 0.3824915595748517",
        "5, 20, 0.3, 0.8083610172465565",
        "1, 10, 0.3, 0.2995766784999998",
        "50600, 100000, 0.5, 0.00014967191091437408"
    })
    void twoSidedIsTheProbabilityOfAllNoLikelierOutcomes(long successes, long trials, double chance, double expected) {
        assertThat(new Binomial(trials, chance).twoSided(successes)).isCloseTo(expected, withinPercentage(1e-5));
    }

    @ParameterizedTest(name = "{0} of {1} by guessing among three")
    @CsvSource({"18, 27, 0.00040698385996770065", "33900, 100000, 7.441339512654033e-05", "0, 27, 1"})
    void atLeastIsTheUpperTail(long successes, long trials, double expected) {
        assertThat(new Binomial(trials, 1 / 3.0).atLeast(successes)).isCloseTo(expected, withinPercentage(1e-5));
    }

    @Test
    void theTailsOverlapInExactlyOneOutcome() {
        Random random = new Random(1713);
        for (int trial = 0; trial < 200; trial++) {
            int trials = 1 + random.nextInt(200);
            int successes = random.nextInt(trials + 1);
            Binomial binomial = new Binomial(trials, 0.05 + 0.9 * random.nextDouble());

            assertThat(binomial.atLeast(successes) + binomial.atMost(successes))
                    .isCloseTo(1 + Math.exp(binomial.logProbability(successes)), within(1e-10));
        }
    }

    @Test
    void whatIsTooUnlikelyForADoubleStillHasALogarithm() {
        Binomial coin = new Binomial(100_000, 0.5);

        assertThat(coin.logProbability(60_000)).isCloseTo(-2019.5132007956709, within(1e-8));
        assertThat(coin.logProbability(100_000)).isCloseTo(100_000 * Math.log(0.5), within(1e-8));
        assertThat(coin.twoSided(100_000)).isZero();
    }

    @Test
    void anEvenSplitIsNoSurprise() {
        assertThat(new Binomial(100_000, 0.5).twoSided(50_000)).isCloseTo(1, within(1e-8));
        assertThat(new Binomial(0, 0.5).twoSided(0)).isEqualTo(1);
    }

    @Test
    void impossibleOutcomesAndCertainChancesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(3, 0.5).atLeast(4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(3, 0.5).atMost(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(-1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(3, Double.NaN));
    }
}
