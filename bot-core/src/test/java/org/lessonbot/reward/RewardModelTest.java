package org.lessonbot.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewardModelTest {
    private static final Axis WARM = new Axis.Values("direct", "warm");
    private static final Profile NOTHING = profile(Map.of());

    /** What one response has more than the other (length, questions, value), votes for it, and for the other. */
    private static final double[][] VOTES = {
        {1, 0, 1, 7, 3}, {-.5, 2, 0, 9.5, 2.5}, {2, -1, -1, 3, 6}, {0, 1, 1, 8, 2}, {1.5, 0, 0, 4, 7}, {0, -2, 1, 2, 6}
    };

    /**
     * The maximum by scipy 1.17 ({@code fsolve} of the gradient, and again by BFGS), the covariance as the inverse by numpy 2.4 of the sum
     * written out with its outer products, with τ = 0.5.
     */
    @Test
    void weightsAndRangesAreThoseThatAnotherProgramFinds() {
        List<Learned> learned = new ArrayList<>(RewardModel.of(votes()).learned());
        learned.sort((one, other) -> Axis.ORDER.compare(one.axis(), other.axis()));

        double[] weights = {-0.026161573464947838, 0.5617459739237805, 0.3186283942256141};
        double[] deviations = {0.2298570907941376, 0.21377838730179638, 0.28891721103989154};
        for (int axis = 0; axis < 3; axis++) {
            Learned one = learned.get(axis);
            assertThat(logit(one.share())).isCloseTo(weights[axis], within(1e-9));
            assertThat((logit(one.high()) - logit(one.low())) / 2 / 1.959963984540054)
                    .isCloseTo(deviations[axis], within(1e-9));
        }
        assertThat(learned)
                .extracting(Learned::taste)
                .containsExactly(Learned.Taste.UNCLEAR, Learned.Taste.LIKED, Learned.Taste.UNCLEAR);
    }

    /** By the same; the integral itself, by scipy's {@code quad}, is 0.55159, MacKay's approximation of it 0.55204. */
    @Test
    void aVoteIsExpectedAsAnotherProgramComputesIt() {
        Profile first = profile(Map.of(Feature.LENGTH, 3.0, Feature.QUESTIONS, 1.0, WARM, -0.5));
        Profile second = profile(Map.of(Feature.LENGTH, 2.0, WARM, 0.5));
        List<Choice> tenTimes = IntStream.range(0, 10)
                .mapToObj(time -> votes())
                .flatMap(List::stream)
                .toList();

        assertThat(Prediction.of(0.21695600623321848, 0.19963116830161654, 0.75, 60))
                .isEqualTo(new Prediction.TooLittle(60, OptionalLong.of(66)));
        Prediction sure = Prediction.of(0.5, 0.25, 0.75, 60);
        assertThat(sure).as("of the side in four of five").isInstanceOf(Prediction.Expected.class);
        Prediction.Expected expected =
                (Prediction.Expected) RewardModel.of(tenTimes).predict(first, second);
        assertThat(expected.low()).isLessThan(expected.forFirst());
        assertThat(expected.high()).isGreaterThan(expected.forFirst());
        Prediction.Expected swapped =
                (Prediction.Expected) RewardModel.of(tenTimes).predict(second, first);
        assertThat(swapped.forFirst()).isCloseTo(1 - expected.forFirst(), within(1e-12));
    }

    @Test
    void ofEachPairTheVotesOnAllOthersAreAsked() {
        // By scipy as above, each fit without the pair: right on all but the fifth; "the longer one" on the first, and
        // half on two.
        assertThat(Unseen.of(votes())).isEqualTo(new Unseen(6, 5, 2));
    }

    @Test
    void theOrderInWhichVotesCameInDoesNotMatter() {
        List<Choice> shuffled = new ArrayList<>();
        for (Choice choice : votes()) {
            for (int half = 0; half < 2; half++) {
                shuffled.add(new Choice(
                        choice.pair(), choice.first(), choice.second(), choice.forFirst() / 2, choice.forSecond() / 2));
            }
        }
        Collections.shuffle(shuffled, new Random(12));

        assertThat(RewardModel.of(shuffled).learned())
                .isEqualTo(RewardModel.of(votes()).learned());
    }

    @Test
    void withoutVotesNothingIsKnown() {
        RewardModel none = RewardModel.of(List.of());
        Profile longer = profile(Map.of(Feature.LENGTH, 2.0));

        assertThat(none.learned()).isEmpty();
        assertThat(none.reward(longer)).isZero();
        assertThat(none.predict(longer, NOTHING)).isEqualTo(new Prediction.TooLittle(0, OptionalLong.empty()));
        assertThat(Unseen.of(List.of())).isEqualTo(new Unseen(0, 0, 0));
    }

    @Test
    void votesThatAreAllOneWayDoNotRunAway() {
        List<Choice> oneWay = List.of(new Choice("p", profile(Map.of(Feature.WARMTH, 1.0)), NOTHING, 1_000_000, 0));

        assertThat(RewardModel.of(oneWay).learned().get(0).share()).isBetween(0.9, 0.99999);
    }

    /** The number is a promise: with so many votes of the same kind it does say what it expects, and with a few less it does not. */
    @Test
    void withTheVotesItAsksForItKnowsEnough() {
        Profile first = profile(Map.of(Feature.QUESTIONS, 1.0, Feature.WARMTH, 1.0));
        List<Choice> few = List.of(
                new Choice("a", profile(Map.of(Feature.QUESTIONS, 1.0)), NOTHING, 3, 3),
                new Choice("b", profile(Map.of(Feature.WARMTH, 1.0)), NOTHING, 3, 3));
        Prediction.TooLittle before = (Prediction.TooLittle) RewardModel.of(few).predict(first, NOTHING);
        long needed = before.needed().orElseThrow();

        assertThat(before.votes()).isEqualTo(12);
        assertThat(RewardModel.of(times(few, needed / 12.0)).predict(first, NOTHING))
                .isInstanceOf(Prediction.Expected.class);
        assertThat(RewardModel.of(times(few, (needed - 2) / 12.0)).predict(first, NOTHING))
                .isInstanceOf(Prediction.TooLittle.class);
    }

    @Test
    void ofWhatNoVoteWasAboutItKnowsNothingHoweverManyThereWere() {
        List<Choice> many = List.of(new Choice("a", profile(Map.of(Feature.QUESTIONS, 1.0)), NOTHING, 300, 100));

        assertThat(RewardModel.of(many).predict(profile(Map.of(Feature.LIST, 1.0)), NOTHING))
                .isEqualTo(new Prediction.TooLittle(400, OptionalLong.empty()));
    }

    @Test
    void twoPairsOfOneNameAreAFault() {
        Choice one = new Choice("p", profile(Map.of(Feature.LIST, 1.0)), NOTHING, 1, 0);
        Choice other = new Choice("p", profile(Map.of(Feature.LIST, 2.0)), NOTHING, 1, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> RewardModel.of(List.of(one, other)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Choice("p", NOTHING, NOTHING, -1, 0));
    }

    @Test
    void theFavouriteOfMoreIsTheFavouriteOfFewerOrABetterOne() {
        RewardModel likesQuestions =
                RewardModel.of(List.of(new Choice("a", profile(Map.of(Feature.QUESTIONS, 1.0)), NOTHING, 30, 10)));
        List<Profile> odder = IntStream.range(0, 40)
                .mapToObj(place -> profile(Map.of(Feature.QUESTIONS, (double) (place / 3))))
                .toList();

        assertThat(BestOf.of(likesQuestions, odder))
                .extracting(BestOf::of, BestOf::choice)
                .containsExactly(tuple(2, 0), tuple(4, 3), tuple(8, 6), tuple(16, 15), tuple(40, 39));
        assertThat(BestOf.of(likesQuestions, odder.subList(0, 5)))
                .extracting(BestOf::of)
                .containsExactly(2, 4);
    }

    private static List<Choice> votes() {
        return IntStream.range(0, VOTES.length)
                .mapToObj(pair -> new Choice(
                        "pair " + pair,
                        profile(Map.of(
                                Feature.LENGTH,
                                VOTES[pair][0] + 4,
                                Feature.QUESTIONS,
                                VOTES[pair][1] + 2,
                                WARM,
                                VOTES[pair][2] / 2)),
                        profile(Map.of(Feature.LENGTH, 4.0, Feature.QUESTIONS, 2.0, WARM, -VOTES[pair][2] / 2)),
                        VOTES[pair][3],
                        VOTES[pair][4]))
                .toList();
    }

    private static List<Choice> times(List<Choice> choices, double factor) {
        return choices.stream()
                .map(choice -> new Choice(
                        choice.pair(),
                        choice.first(),
                        choice.second(),
                        choice.forFirst() * factor,
                        choice.forSecond() * factor))
                .toList();
    }

    private static Profile profile(Map<Axis, Double> units) {
        TreeMap<Axis, Double> sorted = new TreeMap<>(Axis.ORDER);
        sorted.putAll(units);
        return new Profile(sorted);
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
