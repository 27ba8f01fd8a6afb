package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BiasTest {

    @Test
    void positionIsTheShareOfAAmongDecidedVotes() {
        PositionBias bias = PositionBias.NONE.plus(new PositionBias(4, 9)).plus(new PositionBias(3, 4));

        assertThat(bias.shareOfA()).hasValue(7 / 20.0);
        assertThat(bias.probability()).isCloseTo(0.263176, within(1e-6));
    }

    @Test
    void itDoesNotMatterWhichSideIsFavoured() {
        Random random = new Random(1710);
        for (int trial = 0; trial < 200; trial++) {
            int a = random.nextInt(300);
            int b = random.nextInt(300);

            assertThat(new PositionBias(a, b).probability())
                    .isCloseTo(new PositionBias(b, a).probability(), within(1e-9));
        }
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
    void lengthIsJudgedByTheSameTwoSidedTest() {
        assertThat(new LengthBias(13, 7).probability()).isCloseTo(0.263176, within(1e-6));
    }

    @Test
    void withoutVotesNothingIsClaimed() {
        assertThat(PositionBias.NONE.shareOfA()).isEmpty();
        assertThat(PositionBias.NONE.probability()).isEqualTo(1);
        assertThat(LengthBias.NONE.shareOfLonger()).isEmpty();
        assertThat(LengthBias.NONE.probability()).isEqualTo(1);
    }

    @Test
    void negativeVotesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PositionBias(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LengthBias(0, -1));
    }
}
