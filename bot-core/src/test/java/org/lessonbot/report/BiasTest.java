package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BiasTest {

    @Test
    void positionIsTheShareOfAAmongDecidedVotes() {
        PositionBias bias = PositionBias.NONE.plus(new PositionBias(4, 9)).plus(new PositionBias(3, 4));

        assertThat(bias.shareOfA()).hasValue(7 / 20.0);
    }

    @Test
    void theLongerResponseMayBeOnEitherSideOrNeither() {
        LengthBias bias = LengthBias.NONE
                .plus(LengthBias.of(120, 80, 10, 4))
                .plus(LengthBias.of(50, 90, 2, 7))
                .plus(LengthBias.of(70, 70, 5, 5));

        assertThat(bias).isEqualTo(new LengthBias(17, 6));
        assertThat(bias.shareOfLonger()).hasValue(17 / 23.0);
    }

    @Test
    void withoutVotesNothingIsClaimed() {
        assertThat(PositionBias.NONE.shareOfA()).isEmpty();
        assertThat(LengthBias.NONE.shareOfLonger()).isEmpty();
    }

    @Test
    void negativeVotesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PositionBias(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LengthBias(0, -1));
    }
}
