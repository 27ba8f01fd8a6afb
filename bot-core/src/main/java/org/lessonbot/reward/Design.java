package org.lessonbot.reward;

import java.util.Collection;
import java.util.List;

/**
 * Votes as the fit sees them.
 *
 * @param axes in which any two responses that were voted on differ, in their order
 * @param pairs those that were voted on, by name
 * @param votes of each pair, with its difference on each axis
 */
record Design(List<Axis> axes, List<Choice> pairs, List<Posterior.Observed> votes) {
    static Design of(Collection<Choice> choices) {
        List<Choice> pairs =
                Choice.byPair(choices).stream().filter(pair -> pair.votes() > 0).toList();
        List<Profile> differences = pairs.stream().map(Choice::difference).toList();
        List<Axis> axes = differences.stream()
                .flatMap(difference -> difference.units().keySet().stream())
                .distinct()
                .sorted(Axis.ORDER)
                .toList();
        List<Posterior.Observed> votes = pairs.stream()
                .map(pair -> new Posterior.Observed(vector(axes, pair.difference()), pair.forFirst(), pair.votes()))
                .toList();
        return new Design(axes, pairs, votes);
    }

    static double[] vector(List<Axis> axes, Profile profile) {
        return axes.stream().mapToDouble(profile::on).toArray();
    }
}
