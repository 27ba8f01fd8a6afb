package org.lessonbot.report;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Agreement beyond chance among a fixed number of raters per item.
 *
 * <p>κ = (P̄ − P̄ₑ) / (1 − P̄ₑ), where P̄ is the mean over items of the share of agreeing pairs and P̄ₑ the sum of squared
 * shares of each answer over all items: J. L. Fleiss, "Measuring nominal scale agreement among many raters",
 * Psychological Bulletin 76 (1971), 378–382. Where people miss items, {@link KrippendorffAlpha} is the one to use.
 *
 * @param observed P̄, 0 to 1
 * @param expected P̄ₑ, above 0, to 1
 */
public record FleissKappa(double observed, double expected) {

    /**
     * @param items one tally per item, each of the same number of raters
     * @throws IllegalArgumentException if there is no item, fewer than two raters, or not the same number for each item
     */
    public static FleissKappa of(Collection<? extends Tally<?>> items) {
        long[] raters = items.stream().mapToLong(Tally::total).distinct().toArray();
        if (raters.length != 1 || raters[0] < 2) {
            throw new IllegalArgumentException("needs the same number of raters, two or more, for every item");
        }
        double observed = items.stream()
                .mapToDouble(item -> (double) item.agreeingPairs() / item.pairs())
                .average()
                .orElseThrow();
        Tally<Object> answers = items.stream().reduce(Tally.empty(), Tally::plus, Tally::plus);
        double total = answers.total();
        double expected = answers.counts().values().stream()
                .mapToDouble(count -> (count / total) * (count / total))
                .sum();
        return new FleissKappa(observed, expected);
    }

    /**
     * 1 for total agreement, 0 for what chance would give, negative for less than that; empty when every rater gave
     * the same answer to every item, so that chance alone explains it.
     */
    public OptionalDouble kappa() {
        return Share.of(observed - expected, 1 - expected);
    }
}
