package org.lessonbot.editorial.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;

/**
 * Somebody who cannot read and guesses a response's stage from its number of characters: it has seen one half of the items
 * with their answers, and says of each response of the other half what the one nearest in length was. Halves are drawn many
 * times, by a digest of the ids, so that the same bank always gives the same figure.
 *
 * @param accuracy the share of right guesses, 0 to 1
 * @param chance that of somebody who guesses blindly
 * @param bound two standard errors above chance, for one guess a response: more would not be luck
 */
record LengthGuesser(double accuracy, double chance, double bound) {
    private static final int SPLITS = 200;

    private record Seen(String stage, int length) {}

    /** @param items of one bank, each with one response a stage */
    static LengthGuesser over(List<Item> items) {
        int stages = items.isEmpty() ? 1 : items.get(0).keys().size();
        double chance = 1.0 / stages;
        if (items.size() < 2) {
            return new LengthGuesser(chance, chance, 1);
        }
        double right = 0;
        for (int split = 0; split < SPLITS; split++) {
            List<Item> order = shuffled(items, split);
            right += accuracy(order.subList(0, items.size() / 2), order.subList(items.size() / 2, items.size()));
        }
        double error = Math.sqrt(chance * (1 - chance) / (stages * items.size()));
        return new LengthGuesser(right / SPLITS, chance, chance + 2 * error);
    }

    boolean givesAway() {
        return accuracy > bound;
    }

    private static List<Item> shuffled(List<Item> items, int split) {
        return items.stream()
                .map(item -> Map.entry(Edition.hash(split + "/" + item.id()), item))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static double accuracy(List<Item> known, List<Item> asked) {
        List<Seen> seen = seen(known);
        return seen(asked).stream()
                .mapToDouble(one -> shareRight(seen, one))
                .average()
                .orElse(0);
    }

    /** Of those equally near it takes one by chance, so each counts in part. */
    private static double shareRight(List<Seen> seen, Seen asked) {
        int nearest = Integer.MAX_VALUE;
        int near = 0;
        int right = 0;
        for (Seen one : seen) {
            int distance = Math.abs(one.length() - asked.length());
            if (distance < nearest) {
                nearest = distance;
                near = 0;
                right = 0;
            }
            if (distance == nearest) {
                near++;
                right += one.stage().equals(asked.stage()) ? 1 : 0;
            }
        }
        return (double) right / near;
    }

    private static List<Seen> seen(List<Item> items) {
        return items.stream()
                .flatMap(item -> item.responses().entrySet().stream())
                .map(entry -> new Seen(entry.getKey(), entry.getValue().text().length()))
                .toList();
    }

    /** Of how many items a stage's response is the longest, by stage. */
    static Map<String, Long> longest(List<Item> items) {
        return extremes(items, Comparator.reverseOrder());
    }

    /** Of how many items a stage's response is the shortest, by stage. */
    static Map<String, Long> shortest(List<Item> items) {
        return extremes(items, Comparator.naturalOrder());
    }

    private static Map<String, Long> extremes(List<Item> items, Comparator<Integer> order) {
        Map<String, Long> extremes = new TreeMap<>();
        for (Item item : items) {
            item.keys().forEach(key -> extremes.putIfAbsent(key, 0L));
            item.keys().stream()
                    .min(Comparator.comparing(key -> item.response(key).text().length(), order))
                    .ifPresent(key -> extremes.merge(key, 1L, Long::sum));
        }
        return extremes;
    }
}
