package org.lessonbot.report;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The win rate of every value.
 *
 * @param byValue in the order in which values first appeared
 */
public record WinRates<V>(Map<V, WinRate> byValue) {

    public WinRates {
        byValue = Collections.unmodifiableMap(new LinkedHashMap<>(byValue));
    }

    public static <V> WinRates<V> of(Collection<Contest<V>> contests) {
        Map<V, WinRate> rates = new LinkedHashMap<>();
        for (Contest<V> contest : contests) {
            WinRate first = new WinRate(contest.firstWins(), contest.secondWins(), contest.ties());
            WinRate second = new WinRate(contest.secondWins(), contest.firstWins(), contest.ties());
            rates.merge(contest.first(), first, WinRate::plus);
            rates.merge(contest.second(), second, WinRate::plus);
        }
        return new WinRates<>(rates);
    }

    /** Values with votes, the one preferred most often first; equal ones in the order in which they appeared. */
    public List<V> ranking() {
        Comparator<Map.Entry<V, WinRate>> byShare =
                Comparator.comparingDouble(entry -> entry.getValue().share().orElseThrow());
        return byValue.entrySet().stream()
                .filter(entry -> entry.getValue().votes() > 0)
                .sorted(byShare.reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
