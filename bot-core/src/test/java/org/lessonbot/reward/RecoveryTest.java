package org.lessonbot.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated classes whose tastes are known: how well are these found again, and do ranges hold what they promise? */
class RecoveryTest {
    private static final int CLASSES = 200;
    private static final int PAIRS = 60;
    private static final int VOTES_A_RATER = 10;

    /** A bank like ours: of each feature most pairs have none, or one unit more on one side. */
    private static List<Profile[]> bank(Random random) {
        List<Profile[]> bank = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            bank.add(new Profile[] {response(random), response(random)});
        }
        return bank;
    }

    private static Profile response(Random random) {
        TreeMap<Axis, Double> units = new TreeMap<>(Axis.ORDER);
        for (Feature feature : Feature.values()) {
            units.put(feature, random.nextInt(3) == 0 ? 1.0 + random.nextInt(2) : 0.0);
        }
        units.put(Feature.LENGTH, 1.5 + 2.5 * random.nextDouble());
        return new Profile(units);
    }

    /**
     * Tastes are drawn from the prior, so that 95 of 100 ranges hold the truth if they are right. In 200 classes there are 2400 ranges; their
     * share is then within 1.4 points (three standard errors) of 95. Everybody in a class shares its taste here.
     *
     * @param error the root of the mean squared error of a weight, whose own spread is 0.5
     * @param unseen of how many of 100 pairs it was right about the side that most of the class were on
     */
    @ParameterizedTest
    @CsvSource({"10, 0.233, 77", "30, 0.151, 84", "300, 0.051, 95"})
    void tastesAreFoundAgainAndRangesHold(int raters, double error, double unseen) {
        Random random = new Random(1952);
        double squares = 0;
        int held = 0;
        double right = 0;
        double pairs = 0;
        for (int time = 0; time < CLASSES; time++) {
            Map<Feature, Double> taste = new EnumMap<>(Feature.class);
            Arrays.stream(Feature.values())
                    .forEach(feature -> taste.put(feature, RewardModel.PRIOR * random.nextGaussian()));
            List<Choice> votes = votes(bank(random), taste, raters, random);
            for (Learned one : RewardModel.of(votes).learned()) {
                double truth = taste.get((Feature) one.axis());
                squares += Math.pow(Math.log(one.share() / (1 - one.share())) - truth, 2);
                double share = Posterior.sigmoid(truth);
                held += one.low() <= share && share <= one.high() ? 1 : 0;
            }
            if (time < CLASSES / 20) {
                Unseen asked = Unseen.of(votes);
                right += asked.right();
                pairs += asked.pairs();
            }
        }
        double weights = CLASSES * Feature.values().length;

        assertThat(Math.sqrt(squares / weights)).as("error").isCloseTo(error, within(0.01));
        assertThat(held / weights).as("held").isCloseTo(0.95, within(0.014));
        assertThat(100 * right / pairs).as("right of 100").isCloseTo(unseen, within(5.0));
    }

    private static List<Choice> votes(List<Profile[]> bank, Map<Feature, Double> taste, int raters, Random random) {
        int votes = raters * VOTES_A_RATER;
        List<Choice> choices = new ArrayList<>();
        for (int place = 0; place < PAIRS; place++) {
            Profile[] pair = bank.get(place);
            Profile difference = pair[0].minus(pair[1]);
            double lead = taste.entrySet().stream()
                    .mapToDouble(entry -> entry.getValue() * difference.on(entry.getKey()))
                    .sum();
            double first = Posterior.sigmoid(lead);
            int here = votes / PAIRS + (place < votes % PAIRS ? 1 : 0);
            long wins = IntStream.range(0, here)
                    .filter(vote -> random.nextDouble() < first)
                    .count();
            choices.add(new Choice("pair " + place, pair[0], pair[1], wins, here - wins));
        }
        return choices;
    }
}
