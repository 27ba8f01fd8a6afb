package org.lessonbot.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How far the answers to one item point the same way, by the share of the most frequent one.
 *
 * @param answers the answers of people, or the verdicts of classes
 */
public record Consensus<A>(Tally<A> answers) {

    /** The share of classes voting the same way above which an item no longer divides anybody: 85 %. */
    public static final double RETIRES_ABOVE = 0.85;

    /** Of fewer classes only a unanimous vote could exceed 85 %, and that happens too easily. */
    public static final int CLASSES_TO_RETIRE = 7;

    /** Among classes: each class has one vote, its most frequent answer. A class without a single one has none. */
    public static <A> Consensus<A> ofClasses(Collection<Tally<A>> classes) {
        return new Consensus<>(Tally.of(classes.stream()
                .flatMap(tally -> new Consensus<>(tally).mode().stream())
                .toList()));
    }

    /** The most frequent answer; empty without answers or if several are equally frequent. */
    public Optional<A> mode() {
        List<A> modes = answers.counts().entrySet().stream()
                .filter(entry -> entry.getValue() == highest())
                .map(Map.Entry::getKey)
                .toList();
        return modes.size() == 1 ? Optional.of(modes.get(0)) : Optional.empty();
    }

    /** Share of the most frequent answer, or of any one of several, above 0, to 1; empty without answers. */
    public OptionalDouble modalShare() {
        return Share.of(highest(), answers.total());
    }

    /** Whether enough classes agree for the item to be retired; asked of {@link #ofClasses}. */
    public boolean retires() {
        return answers.total() >= CLASSES_TO_RETIRE && modalShare().orElseThrow() > RETIRES_ABOVE;
    }

    /**
     * Items by how far they divide people, the most divided first; of equals the one with more answers, then the one
     * given first. Items without answers are left out.
     */
    public static <I, A> List<I> mostSplitFirst(Map<I, Tally<A>> items) {
        ToDoubleFunction<Map.Entry<I, Tally<A>>> modalShare =
                entry -> new Consensus<>(entry.getValue()).modalShare().orElseThrow();
        Comparator<Map.Entry<I, Tally<A>>> moreAnswersFirst =
                Comparator.comparingLong(entry -> -entry.getValue().total());
        return items.entrySet().stream()
                .filter(entry -> entry.getValue().total() > 0)
                .sorted(Comparator.comparingDouble(modalShare).thenComparing(moreAnswersFirst))
                .map(Map.Entry::getKey)
                .toList();
    }

    private long highest() {
        return answers.counts().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
