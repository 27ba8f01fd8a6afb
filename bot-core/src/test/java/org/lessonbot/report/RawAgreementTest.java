package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawAgreementTest {

    @Test
    void everybodyIsComparedWithEverybodyWithinAnItemOnly() {
        RawAgreement agreement =
                RawAgreement.over(List.of(Tally.of(List.of("A", "A", "A", "B")), Tally.of(List.of("B", "B"))));

        assertThat(agreement).isEqualTo(new RawAgreement(3 + 1, 6 + 1));
        assertThat(agreement.share()).hasValue(4 / 7.0);
    }

    @Test
    void partnersAreComparedWithPartnersAndATrioIsThreePairs() {
        RawAgreement agreement = RawAgreement.withinGroups(
                List.of(List.of("Ada", "Ben"), List.of("Cem", "Dora"), List.of("Eve", "Finn", "Gus")),
                Map.of("Ada", 1, "Ben", 1, "Cem", 1, "Dora", 2, "Eve", 2, "Finn", 2, "Gus", 1));

        assertThat(agreement).isEqualTo(new RawAgreement(1 + 0 + 1, 1 + 1 + 3));
    }

    @Test
    void whoDidNotAnswerIsComparedWithNobody() {
        RawAgreement agreement = RawAgreement.withinGroups(
                List.of(List.of("Ada", "Ben"), List.of("Eve", "Finn", "Gus")), Map.of("Ada", 1, "Eve", 2, "Gus", 2));

        assertThat(agreement).isEqualTo(new RawAgreement(1, 1));
    }

    @Test
    void withoutPairsThereIsNoShare() {
        assertThat(RawAgreement.over(List.of(Tally.of(List.of("A")))).share()).isEmpty();
        assertThat(RawAgreement.NONE.share()).isEmpty();
    }

    @Test
    void noMorePairsAgreeThanThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RawAgreement(2, 1));
    }
}
