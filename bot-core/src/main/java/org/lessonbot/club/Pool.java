package org.lessonbot.club;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.time.Window;

/**
 * Who becomes whose partner in a club. People wait in a pool until there are enough of them to choose from (KlickerUZH's rule:
 * twice the size of a group), and whoever still waits at half time is dealt round. Pure.
 */
public final class Pool {
    /** From so many on there is a choice. */
    public static final int ENOUGH = 4;

    private Pool() {}

    /** Somebody who waits, and when they are awake. */
    public record Waiting(String person, ZoneId zone, Window waking) {}

    /**
     * Pairs: of those who have not worked together, those who are awake at the same time for longest.
     *
     * @param waiting in the order in which they came
     * @param met whether two have worked together before
     * @param all whether everybody is to get a partner, however few there are: somebody left over makes a trio
     * @param on the day by whose clocks it is judged
     * @return groups of two, one of three if need be; empty while there is no choice yet
     */
    public static List<List<String>> groups(
            List<Waiting> waiting, BiPredicate<String, String> met, boolean all, Instant on) {
        if (waiting.size() < (all ? 2 : ENOUGH)) {
            return List.of();
        }
        Costs costs = new Costs(waiting, met, on);
        List<int[]> pairs = costs.pairs();
        List<List<String>> groups = new ArrayList<>();
        Set<Integer> left = IntStream.range(0, waiting.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        for (int[] pair : pairs) {
            left.removeAll(List.of(pair[0], pair[1]));
            groups.add(new ArrayList<>(
                    List.of(waiting.get(pair[0]).person(), waiting.get(pair[1]).person())));
        }
        if (all) {
            left.forEach(
                    odd -> groups.get(groups.size() - 1).add(waiting.get(odd).person()));
        }
        return groups.stream().map(List::copyOf).toList();
    }

    /** How ill two people fit: less the longer they are awake together, and far more if they have worked together. */
    private static final class Costs {
        private static final int AGAIN = 24 * 60 * 1000;

        private final List<Waiting> waiting;
        private final BiPredicate<String, String> met;
        private final Instant on;
        private final Map<List<Object>, Integer> shared = new HashMap<>();

        Costs(List<Waiting> waiting, BiPredicate<String, String> met, Instant on) {
            this.waiting = waiting;
            this.met = met;
            this.on = on;
        }

        int of(int i, int j) {
            Waiting one = waiting.get(i);
            Waiting other = waiting.get(j);
            int minutes = shared.computeIfAbsent(
                    List.of(one.zone(), one.waking(), other.zone(), other.waking()),
                    first -> one.waking().sharedMinutes(one.zone(), other.waking(), other.zone(), on));
            return (met.test(one.person(), other.person()) ? AGAIN : 0) - minutes;
        }

        /** Neighbours in the order of coming, then partners exchanged between two pairs for as long as that makes both together better. */
        List<int[]> pairs() {
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < waiting.size(); i += 2) {
                pairs.add(new int[] {i, i + 1});
            }
            boolean better = true;
            while (better) {
                better = false;
                for (int i = 0; i < pairs.size(); i++) {
                    for (int j = i + 1; j < pairs.size(); j++) {
                        better |= exchange(pairs.get(i), pairs.get(j));
                    }
                }
            }
            return pairs;
        }

        private boolean exchange(int[] one, int[] other) {
            int now = of(one[0], one[1]) + of(other[0], other[1]);
            int across = of(one[0], other[0]) + of(one[1], other[1]);
            int crossed = of(one[0], other[1]) + of(one[1], other[0]);
            if (Math.min(across, crossed) >= now) {
                return false;
            }
            int mine = one[1];
            int theirs = across <= crossed ? 0 : 1;
            one[1] = other[theirs];
            other[theirs] = mine;
            return true;
        }
    }
}
