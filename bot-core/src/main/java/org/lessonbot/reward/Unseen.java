package org.lessonbot.reward;

import java.util.Collection;
import java.util.List;

/**
 * How often a model is right about a pair it has not seen: each pair is left out once, the model fitted to the votes on all others, and
 * asked which response more people chose. Leaving out pairs and not votes is what matters, for the votes on one pair tell each other.
 * Pairs on which people were evenly split have no right answer and are left out.
 *
 * @param pairs how many were asked about
 * @param right how many of them the model was right about, half where it had no opinion; a coin is right about half
 * @param longer how many of them "the longer one wins" was right about, half where both are equally long
 */
public record Unseen(int pairs, double right, double longer) {
    private static final double NONE = 1e-9;

    public static Unseen of(Collection<Choice> choices) {
        List<Choice> pairs = Choice.byPair(choices);
        int asked = 0;
        double right = 0;
        double longer = 0;
        for (Choice pair : pairs) {
            double lead = pair.forFirst() - pair.forSecond();
            if (lead != 0) {
                RewardModel model = RewardModel.of(pairs.stream()
                        .filter(other -> !other.pair().equals(pair.pair()))
                        .toList());
                asked++;
                right += hit(model.reward(pair.first()) - model.reward(pair.second()), lead);
                longer += hit(pair.difference().on(Feature.LENGTH), lead);
            }
        }
        return new Unseen(asked, right, longer);
    }

    private static double hit(double expected, double lead) {
        return Math.abs(expected) < NONE ? 0.5 : expected > 0 == lead > 0 ? 1 : 0;
    }
}
