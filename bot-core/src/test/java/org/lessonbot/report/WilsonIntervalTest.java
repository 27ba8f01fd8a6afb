package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** Newcombe (1998), table I, method 3. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void the95PercentIntervalIsAsPublished(double successes, double trials, double low, double high) {
        WilsonInterval interval = WilsonInterval.of(successes, trials).orElseThrow();

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void itStaysWithinZeroToOneAndContainsTheShare() {
        Random random = new Random(1927);
        for (int trial = 0; trial < 10_000; trial++) {
            int trials = 1 + random.nextInt(1_000);
            double successes = random.nextInt(2 * trials + 1) / 2.0;
            WilsonInterval interval = WilsonInterval.of(successes, trials).orElseThrow();

            assertThat(interval.low()).isNotNegative();
            assertThat(interval.high()).isLessThanOrEqualTo(1);
            assertThat(successes / trials).isBetween(interval.low(), interval.high());
        }
    }

    @Test
    void noneAndAllTouchTheEdgeExactly() {
        for (int trials = 1; trials < 1_000; trials++) {
            assertThat(WilsonInterval.of(0, trials).orElseThrow().low()).isZero();
            assertThat(WilsonInterval.of(trials, trials).orElseThrow().high()).isEqualTo(1);
        }
    }

    @Test
    void aSurerLevelIsWider() {
        WilsonInterval usual = WilsonInterval.of(18, 27).orElseThrow();
        WilsonInterval surer = WilsonInterval.of(18, 27, 2.576).orElseThrow();

        assertThat(surer.low()).isLessThan(usual.low());
        assertThat(surer.high()).isGreaterThan(usual.high());
    }

    @Test
    void withoutTrialsThereIsNone() {
        assertThat(WilsonInterval.of(0, 0)).isEmpty();
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(Double.NaN, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(1, 2, 0));
    }
}
