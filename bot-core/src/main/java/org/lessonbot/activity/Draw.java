package org.lessonbot.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Responses;
import org.lessonbot.plan.Source;

/**
 * Draws items without repeats, spread over topics and kinds of request: an item of the topic least used so far, among
 * these of the kind least used, among these by chance. Where real responses are preferred, all that is real comes first.
 */
public final class Draw {
    private Draw() {}

    /**
     * The next item, or nothing when all were used.
     *
     * @param wanted which responses the lesson wants
     * @param used ids dealt earlier, in any order
     */
    public static Optional<Item> next(List<Item> items, Responses wanted, List<String> used, RandomGenerator random) {
        List<Item> earlier =
                items.stream().filter(item -> used.contains(item.id())).toList();
        Map<String, Long> topics = count(earlier, Item::topic);
        Map<String, Long> requests = count(earlier, Item::request);
        Comparator<Item> rarest = Comparator.comparing(
                        (Item item) -> wanted == Responses.PREFER_REAL ? item.source() : Source.REAL)
                .thenComparing(item -> topics.getOrDefault(item.topic(), 0L))
                .thenComparing(item -> requests.getOrDefault(item.request(), 0L));
        List<Item> left = items.stream()
                .filter(item -> !used.contains(item.id()))
                .sorted(rarest.thenComparing(Item::id))
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        List<Item> equal = left.stream()
                .takeWhile(item -> rarest.compare(item, left.get(0)) == 0)
                .toList();
        return Optional.of(equal.get(random.nextInt(equal.size())));
    }

    private static Map<String, Long> count(List<Item> items, Function<Item, String> by) {
        return items.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }
}
