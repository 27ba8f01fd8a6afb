package org.lessonbot.reward;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lessonbot.plan.Item;

/**
 * What is known of a response: how much of each feature it has, and which value it was written for.
 *
 * @param units by axis; what is not there is 0
 */
public record Profile(SortedMap<Axis, Double> units) {
    public Profile {
        SortedMap<Axis, Double> sorted = new TreeMap<>(Axis.ORDER);
        units.forEach((axis, amount) -> {
            if (amount != 0) {
                sorted.put(axis, amount);
            }
        });
        units = Collections.unmodifiableSortedMap(sorted);
    }

    /** Of a text whose value is not known. */
    public static Profile of(String text, Lexicon lexicon) {
        return lexicon.profile(text);
    }

    /** Of one response of an item, with its value where the item compares two. */
    public static Profile of(Item item, String key, Lexicon lexicon) {
        Profile seen = of(item.response(key).text(), lexicon);
        List<String> values = item.values().keySet().stream().sorted().toList();
        if (values.size() != 2) {
            return seen;
        }
        return seen.with(new Axis.Values(values.get(0), values.get(1)), key.equals(values.get(0)) ? 0.5 : -0.5);
    }

    /** The same with this much on an axis. */
    public Profile with(Axis axis, double amount) {
        SortedMap<Axis, Double> more = new TreeMap<>(Axis.ORDER);
        more.putAll(units);
        more.put(axis, amount);
        return new Profile(more);
    }

    /** How much of it there is, in units. */
    public double on(Axis axis) {
        return units.getOrDefault(axis, 0.0);
    }

    /** What this has more than another, less than nothing where it has less. */
    Profile minus(Profile other) {
        SortedMap<Axis, Double> difference = new TreeMap<>(Axis.ORDER);
        difference.putAll(units);
        other.units.forEach((axis, amount) -> difference.merge(axis, -amount, Double::sum));
        return new Profile(difference);
    }
}
