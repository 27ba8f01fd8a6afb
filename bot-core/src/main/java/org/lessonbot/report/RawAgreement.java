package org.lessonbot.report;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How often two people who answered the same item gave the same answer, uncorrected for chance.
 *
 * <p>Published figures to set it against: Ouyang et al. (2022, arXiv 2203.02155) for labelers among each other, Bai et al.
 * (2022, arXiv 2204.05862) for researchers with crowdworkers.
 *
 * @param agreeing unordered pairs of people with the same answer to the same item, from 0 to {@code pairs}
 * @param pairs unordered pairs of people who both answered the same item
 */
public record RawAgreement(long agreeing, long pairs) {

    /** Nothing compared yet: the start of a sum. */
    public static final RawAgreement NONE = new RawAgreement(0, 0);

    /** @throws IllegalArgumentException unless 0 ≤ agreeing ≤ pairs */
    public RawAgreement {
        if (agreeing < 0 || agreeing > pairs) {
            throw new IllegalArgumentException(agreeing + " of " + pairs + " pairs");
        }
    }

    /** Everybody with everybody, within each item. */
    public static RawAgreement over(Collection<? extends Tally<?>> items) {
        return items.stream()
                .map(item -> new RawAgreement(item.agreeingPairs(), item.pairs()))
                .reduce(NONE, RawAgreement::plus);
    }

    /**
     * Partners only, on one item. A group of three counts as the three pairs in it; somebody without an answer, or
     * whose partners have none, adds nothing.
     *
     * @param groups who works with whom
     * @param answers what each person answered
     */
    public static <P> RawAgreement withinGroups(
            Collection<? extends Collection<? extends P>> groups, Map<P, ?> answers) {
        return over(groups.stream()
                .map(group -> Tally.of(group.stream()
                        .map(answers::get)
                        .filter(Objects::nonNull)
                        .toList()))
                .toList());
    }

    public RawAgreement plus(RawAgreement other) {
        return new RawAgreement(agreeing + other.agreeing, pairs + other.pairs);
    }

    /** Share of pairs that agree, 0 to 1; empty when no two people answered the same item. */
    public OptionalDouble share() {
        return Share.of(agreeing, pairs);
    }
}
