package org.lessonbot.reward;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Two models beside each other, each of other people: what a model learns depends on who was asked.
 *
 * @param pairs on how many both were asked
 * @param differ on how many of them they favour different responses
 */
public record TwoModels(RewardModel one, RewardModel other, int pairs, int differ) {

    /** An axis, and what each has learned about it. */
    public record Apart(Axis axis, Learned one, Learned other) {
        private double distance() {
            return Math.abs(one.share() - other.share());
        }

        /** Whether it may be chance: each range reaches the other's middle. */
        public boolean mayBeChance() {
            return one.low() <= other.share() && other.share() <= one.high()
                    || other.low() <= one.share() && one.share() <= other.high();
        }
    }

    /** @param pairs on which both are asked, each once */
    public static TwoModels of(RewardModel one, RewardModel other, Collection<Choice> pairs) {
        int differ = (int) pairs.stream()
                .filter(pair -> favour(one, pair) * favour(other, pair) < 0)
                .count();
        return new TwoModels(one, other, pairs.size(), differ);
    }

    private static double favour(RewardModel model, Choice pair) {
        return model.reward(pair.first()) - model.reward(pair.second());
    }

    /** All that both have learned anything about, farthest apart first. */
    public List<Apart> apart() {
        List<Learned> others = other.learned();
        return one.learned().stream()
                .flatMap(mine -> others.stream()
                        .filter(theirs -> theirs.axis().equals(mine.axis()))
                        .map(theirs -> new Apart(mine.axis(), mine, theirs)))
                .sorted(Comparator.comparingDouble(Apart::distance).reversed())
                .toList();
    }
}
