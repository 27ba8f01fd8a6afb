package org.lessonbot.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PosteriorTest {
    private static final int PAIRS = 30;
    private static final int WEIGHTS = 12;
    private static final double PRIOR = 1;

    /** A model is fitted anew without each pair, whenever a close is drawn. Each step goes through the votes four times or so. */
    @Test
    void theMostProbableWeightsAreFoundInAFewSteps() {
        List<Posterior.Observed> votes = votes();
        double[] all = Posterior.mode(votes, new double[WEIGHTS], PRIOR);
        for (int left = 0; left < PAIRS; left++) {
            List<Posterior.Observed> others = new ArrayList<>(votes);
            others.remove(left);
            Counted counted = new Counted(others);
            Posterior.mode(counted, all, PRIOR);
            assertThat(counted.times).isBetween(1, 40);
        }
    }

    @Test
    void whatIsFoundDoesNotDependOnWhereTheSearchBegins() {
        List<Posterior.Observed> votes = votes();
        double[] found = Posterior.mode(votes, new double[WEIGHTS], PRIOR);
        double[] far = new Random(1).doubles(WEIGHTS, -3, 3).toArray();
        assertThat(Posterior.mode(votes, far, PRIOR)).containsExactly(found, offset(1e-10));
    }

    private static List<Posterior.Observed> votes() {
        Random random = new Random(7);
        List<Posterior.Observed> votes = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double[] difference = new double[WEIGHTS];
            for (int weight = 0; weight < WEIGHTS; weight++) {
                // Many pairs do not differ in a feature at all.
                difference[weight] = random.nextInt(3) > 0 ? random.nextGaussian() : 0;
            }
            votes.add(new Posterior.Observed(difference, random.nextInt(30), 30));
        }
        return votes;
    }

    /** Counts how often it is gone through. */
    private static final class Counted extends AbstractList<Posterior.Observed> {
        private final List<Posterior.Observed> all;
        private int times;

        Counted(List<Posterior.Observed> all) {
            this.all = all;
        }

        @Override
        public Posterior.Observed get(int place) {
            times += place == 0 ? 1 : 0;
            return all.get(place);
        }

        @Override
        public int size() {
            return all.size();
        }
    }
}
