package org.lessonbot.reward;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The favourite of a reward among more and more responses. Whatever the reward gets wrong is found as well: L. Gao, J. Schulman and
 * J. Hilton, "Scaling laws for reward model overoptimization" (2022), arXiv 2210.10760.
 *
 * @param of among how many, 1 or more
 * @param choice its place among them, from 0
 * @param reward above the mean of all responses
 */
public record BestOf(int of, int choice, double reward) {
    /** Each twice as many as the one before, or somewhat more. */
    private static final List<Integer> ROUNDS = List.of(2, 4, 8, 16, 40);

    /** How often the model expects it to be chosen over an average response, 0 to 1. */
    public double overAverage() {
        return Posterior.sigmoid(reward);
    }

    /**
     * The favourites among the first 2, 4, 8, 16 and 40 responses; of those equally good the first.
     *
     * @param responses in the order in which they are drawn; rounds for which they are too few are left out
     */
    public static List<BestOf> of(RewardModel model, List<Profile> responses) {
        List<Double> rewards = responses.stream().map(model::reward).toList();
        double mean = rewards.stream().mapToDouble(reward -> reward).average().orElse(0);
        return ROUNDS.stream()
                .filter(of -> of <= responses.size())
                .map(of -> {
                    int best = IntStream.range(0, of)
                            .boxed()
                            .max(Comparator.comparing((Integer at) -> rewards.get(at))
                                    .thenComparing(
                                            Comparator.<Integer>naturalOrder().reversed()))
                            .orElseThrow();
                    return new BestOf(of, best, rewards.get(best) - mean);
                })
                .toList();
    }
}
