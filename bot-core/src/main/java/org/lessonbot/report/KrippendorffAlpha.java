package org.lessonbot.report;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reliability of nominal answers when not everybody answered every item.
 *
 * <p>α = 1 − Dₒ / Dₑ over the matrix of coincidences, in which an item with m answers enters each of its ordered pairs
 * with weight 1 / (m − 1): K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C. An item
 * with a single answer has no pair and is left out altogether.
 *
 * @param observedDisagreement Dₒ, share of pairable answers that disagree within their item, 0 to 1
 * @param expectedDisagreement Dₑ, the same if the pairable answers were dealt to items at random, 0 to 1
 */
public record KrippendorffAlpha(double observedDisagreement, double expectedDisagreement) {

    /** @param items one tally per item, of any number of answers */
    public static KrippendorffAlpha of(Collection<? extends Tally<?>> items) {
        List<? extends Tally<?>> pairable =
                items.stream().filter(item -> item.total() >= 2).toList();
        double disagreeing = pairable.stream()
                .mapToDouble(item -> 2.0 * (item.pairs() - item.agreeingPairs()) / (item.total() - 1))
                .sum();
        Tally<Object> answers = pairable.stream().reduce(Tally.empty(), Tally::plus, Tally::plus);
        if (answers.total() == 0) {
            return new KrippendorffAlpha(0, 0);
        }
        return new KrippendorffAlpha(
                disagreeing / answers.total(), (double) (answers.pairs() - answers.agreeingPairs()) / answers.pairs());
    }

    /**
     * 1 for perfect reliability, 0 for none, negative for systematic disagreement; empty when no item has two answers
     * or all pairable answers are the same, so that nothing varies.
     */
    public OptionalDouble alpha() {
        return expectedDisagreement == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - observedDisagreement / expectedDisagreement);
    }
}
