package org.lessonbot.reward;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reward that a class's votes speak of: a number for each response, so that the one with the higher number is chosen more often.
 *
 * <p>P(first is chosen) = σ(r(first) − r(second)), R. A. Bradley and M. E. Terry, Biometrika 39 (1952), 324–345, with the reward
 * r(x) = w·x a sum over what is known of a response, as reward models of assistants are fitted (L. Ouyang et al. 2022, arXiv
 * 2203.02155, section 3.5; there x is what a neural network makes of the text). That is a logistic regression on differences; how it is
 * fitted, and how sure it is, says {@link Posterior}. The prior keeps few votes from shouting: w ~ N(0, ½²) for a unit of each axis, so
 * that before any vote one unit turns a vote in two into one between 27 and 73 of 100, in 19 cases of 20.
 *
 * <p>Votes count as independent and people as alike. Where people of a class differ among themselves, the ranges are somewhat too
 * narrow.
 */
public final class RewardModel {
    /** The standard deviation of each weight before any vote. */
    static final double PRIOR = 0.5;

    private final List<Axis> axes;
    private final Posterior posterior;
    private final double votes;

    private RewardModel(List<Axis> axes, Posterior posterior, double votes) {
        this.axes = axes;
        this.posterior = posterior;
        this.votes = votes;
    }

    /** Fits the votes; their order does not matter. */
    public static RewardModel of(Collection<Choice> choices) {
        Design design = Design.of(choices);
        return new RewardModel(
                design.axes(),
                Posterior.of(design.votes(), design.axes().size(), PRIOR),
                design.pairs().stream().mapToDouble(Choice::votes).sum());
    }

    /** How many votes it was fitted to. */
    public double votes() {
        return votes;
    }

    /** The reward of a response; only how far it lies from another's means anything. */
    public double reward(Profile response) {
        return Posterior.dot(posterior.mean(), Design.vector(axes, response));
    }

    /** What it expects of a vote on two responses, or that it knows too little. */
    public Prediction predict(Profile first, Profile second) {
        Profile difference = first.minus(second);
        double[] direction = Design.vector(axes, difference);
        double prior = difference.units().values().stream()
                .mapToDouble(amount -> amount * amount * PRIOR * PRIOR)
                .sum();
        // Of an axis that no vote was about only the prior is known.
        double unseen = difference.units().entrySet().stream()
                .filter(entry -> !axes.contains(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() * entry.getValue() * PRIOR * PRIOR)
                .sum();
        return Prediction.of(posterior.mean(direction), posterior.variance(direction) + unseen, prior, votes);
    }

    /** What it has learned about each axis that any vote was about, what moves choices most first. */
    public List<Learned> learned() {
        return Stream.iterate(0, at -> at < axes.size(), at -> at + 1)
                .map(at -> Learned.of(
                        axes.get(at),
                        posterior.mean()[at],
                        Math.sqrt(posterior.covariance().get(at, at))))
                .sorted(Comparator.comparingDouble((Learned one) -> -Math.abs(one.share() - 0.5)))
                .toList();
    }
}
