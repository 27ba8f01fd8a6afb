package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WinRatesTest {

    @Test
    void aValueCollectsItsVotesFromEitherSide() {
        WinRates<String> rates = WinRates.of(List.of(
                new Contest<>("honest", "warm", 10, 5, 3),
                new Contest<>("brief", "honest", 2, 7, 1),
                new Contest<>("brief", "warm", 4, 4, 0)));

        assertThat(rates.byValue()).containsOnlyKeys("honest", "warm", "brief");
        assertThat(rates.byValue()).containsEntry("honest", new WinRate(17, 7, 4));
        assertThat(rates.byValue()).containsEntry("warm", new WinRate(9, 14, 3));
        assertThat(rates.byValue()).containsEntry("brief", new WinRate(6, 11, 1));
        assertThat(rates.ranking()).containsExactly("honest", "warm", "brief");
    }

    @Test
    void aTieIsHalfAWinForBoth() {
        WinRate rate = new WinRate(1, 1, 2);

        assertThat(rate.share()).hasValue(0.5);
        assertThat(new WinRate(0, 0, 3).share()).hasValue(0.5);
        assertThat(rate.interval()).isEqualTo(WilsonInterval.of(2, 4));
    }

    @Test
    void withoutVotesAValueHasNoRateAndNoRank() {
        WinRates<String> rates = WinRates.of(
                List.of(new Contest<>("honest", "warm", 0, 0, 0), new Contest<>("honest", "brief", 0, 1, 0)));

        assertThat(rates.byValue().get("warm"))
                .satisfies(rate -> assertThat(rate.share()).isEmpty())
                .satisfies(rate -> assertThat(rate.interval()).isEmpty());
        assertThat(rates.ranking()).containsExactly("brief", "honest");
    }

    @Test
    void aContestNeedsTwoValuesAndNoNegativeVotes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contest<>("warm", "warm", 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contest<>("warm", "brief", 1, -1, 0));
    }
}
