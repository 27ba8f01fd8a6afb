package org.lessonbot.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was taken for what. A row is the truth, a column a guess.
 *
 * @param labels the k labels, two or more, in the order in which rows and columns are shown
 * @param guesses the guesses for each truth; one that was never shown may be missing
 */
public record ConfusionMatrix<L>(List<L> labels, Map<L, Tally<L>> guesses) {

    /** @throws IllegalArgumentException for fewer than two labels, or a truth or guess that is none of them */
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        guesses = Collections.unmodifiableMap(new LinkedHashMap<>(guesses));
        if (labels.size() < 2) {
            throw new IllegalArgumentException("needs two labels or more: " + labels);
        }
        for (Map.Entry<L, Tally<L>> row : guesses.entrySet()) {
            if (!labels.contains(row.getKey())
                    || !labels.containsAll(row.getValue().counts().keySet())) {
                throw new IllegalArgumentException(row + " has labels beyond " + labels);
            }
        }
    }

    /** Nothing guessed yet: the start of a sum. */
    public static <L> ConfusionMatrix<L> empty(List<L> labels) {
        return new ConfusionMatrix<>(labels, Map.of());
    }

    /** With the guesses of one more round. */
    public ConfusionMatrix<L> plus(L truth, Tally<L> round) {
        Map<L, Tally<L>> sum = new LinkedHashMap<>(guesses);
        sum.merge(truth, round, Tally::plus);
        return new ConfusionMatrix<>(labels, sum);
    }

    public long count(L truth, L guess) {
        return row(truth).count(guess);
    }

    public long total() {
        return guesses.values().stream().mapToLong(Tally::total).sum();
    }

    public long correct() {
        return labels.stream().mapToLong(label -> count(label, label)).sum();
    }

    /** Share of guesses that were right, 0 to 1; empty without guesses. */
    public OptionalDouble accuracy() {
        return Share.of(correct(), total());
    }

    /** What accuracy guessing blindly has on average: 1 / k. */
    public double chance() {
        return 1.0 / labels.size();
    }

    /** The wrong guess made most often, of equal ones the first in the order of labels; empty if none was wrong. */
    public Optional<Confusion<L>> mostFrequentConfusion() {
        Comparator<Confusion<L>> mostFirst =
                Comparator.<Confusion<L>>comparingLong(Confusion::count).reversed();
        return labels.stream()
                .flatMap(truth -> labels.stream()
                        .filter(guess -> !guess.equals(truth))
                        .map(guess -> new Confusion<>(truth, guess, count(truth, guess))))
                .filter(confusion -> confusion.count() > 0)
                .sorted(mostFirst)
                .findFirst();
    }

    private Tally<L> row(L truth) {
        return guesses.getOrDefault(truth, Tally.empty());
    }

    /** One thing taken for another, and how often. */
    public record Confusion<L>(L truth, L guess, long count) {}
}
