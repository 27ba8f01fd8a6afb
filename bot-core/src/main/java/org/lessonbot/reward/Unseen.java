package org.lessonbot.reward;

import java.util.ArrayList;
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
        Design design = Design.of(choices);
        double[] all = Posterior.mode(design.votes(), new double[design.axes().size()], RewardModel.PRIOR);
        int asked = 0;
        double right = 0;
        double longer = 0;
        for (int left = 0; left < design.pairs().size(); left++) {
            Choice pair = design.pairs().get(left);
            double lead = pair.forFirst() - pair.forSecond();
            if (lead != 0) {
                List<Posterior.Observed> others = new ArrayList<>(design.votes());
                double[] difference = others.remove(left).difference();
                asked++;
                right += hit(Posterior.dot(Posterior.mode(others, all, RewardModel.PRIOR), difference), lead);
                longer += hit(pair.difference().on(Feature.LENGTH), lead);
            }
        }
        return new Unseen(asked, right, longer);
    }

    private static double hit(double expected, double lead) {
        return Math.abs(expected) < NONE ? 0.5 : expected > 0 == lead > 0 ? 1 : 0;
    }
}
