package org.lessonbot.report;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.report.BradleyTerry.Reason;

/** Who beat whom how often, as a matrix: the arithmetic behind {@link BradleyTerry}. */
final class Comparisons<V> {

    private static final int MOST_ITERATIONS = 100_000;
    private static final double CONVERGED = 1e-10;

    private final List<V> values;
    private final double[][] wins;

    private Comparisons(List<V> values) {
        this.values = values;
        this.wins = new double[values.size()][values.size()];
    }

    static <V> Comparisons<V> of(Collection<Contest<V>> contests) {
        List<Contest<V>> voted =
                contests.stream().filter(contest -> contest.votes() > 0).toList();
        Comparisons<V> comparisons = new Comparisons<>(voted.stream()
                .flatMap(contest -> Stream.of(contest.first(), contest.second()))
                .distinct()
                .toList());
        voted.forEach(comparisons::add);
        return comparisons;
    }

    private void add(Contest<V> contest) {
        int first = values.indexOf(contest.first());
        int second = values.indexOf(contest.second());
        wins[first][second] += contest.firstWins() + contest.ties() / 2.0;
        wins[second][first] += contest.secondWins() + contest.ties() / 2.0;
    }

    /** What stands in the way of a finite fit: by Ford's condition every value reaches every other over wins. */
    Optional<Reason> obstacle() {
        if (values.isEmpty()) {
            return Optional.of(Reason.NO_VOTES);
        }
        if (!allReached((from, to) -> wins[from][to] + wins[to][from] > 0)) {
            return Optional.of(Reason.NOT_CONNECTED);
        }
        boolean strong = allReached((from, to) -> wins[from][to] > 0) && allReached((from, to) -> wins[to][from] > 0);
        return strong ? Optional.empty() : Optional.of(Reason.ONE_SIDED);
    }

    /**
     * γᵢ ← Wᵢ / Σⱼ Nᵢⱼ / (γᵢ + γⱼ), then scaled to sum 1, until no γ changes by more than one part in 10¹⁰: D. R. Hunter,
     * "MM algorithms for generalized Bradley–Terry models", Annals of Statistics 32 (2004), 384–406.
     */
    Optional<Map<V, Double>> strengths() {
        double[] strengths = new double[values.size()];
        Arrays.fill(strengths, 1.0 / values.size());
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] next = improved(strengths);
            if (largestChange(strengths, next) < CONVERGED) {
                return Optional.of(byValue(next));
            }
            strengths = next;
        }
        return Optional.empty();
    }

    private double[] improved(double[] strengths) {
        double[] next = IntStream.range(0, strengths.length)
                .mapToDouble(i -> Arrays.stream(wins[i]).sum() / weight(i, strengths))
                .toArray();
        double sum = Arrays.stream(next).sum();
        return Arrays.stream(next).map(strength -> strength / sum).toArray();
    }

    private double weight(int i, double[] strengths) {
        return IntStream.range(0, strengths.length)
                .mapToDouble(j -> (wins[i][j] + wins[j][i]) / (strengths[i] + strengths[j]))
                .sum();
    }

    private static double largestChange(double[] before, double[] after) {
        return IntStream.range(0, before.length)
                .mapToDouble(i -> Math.abs(after[i] / before[i] - 1))
                .max()
                .orElseThrow();
    }

    private Map<V, Double> byValue(double[] strengths) {
        Map<V, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < strengths.length; i++) {
            named.put(values.get(i), strengths[i]);
        }
        return named;
    }

    private boolean allReached(Edge edge) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        reached.set(0);
        while (!open.isEmpty()) {
            int from = open.pop();
            IntPredicate isNew = to -> !reached.get(to) && edge.joins(from, to);
            IntStream.range(0, values.size()).filter(isNew).forEach(to -> {
                reached.set(to);
                open.push(to);
            });
        }
        return reached.cardinality() == values.size();
    }

    private interface Edge {
        boolean joins(int from, int to);
    }
}
