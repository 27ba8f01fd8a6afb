package org.lessonbot.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries of a lesson, or a part of them, in the order in which they counted. */
public final class Entries {
    public static final Entries NONE = new Entries(List.of());

    private final List<Entry> all;
    /** The same by step, made when it is first asked for: of a lesson's thousands a round is looked for again and again. */
    private volatile @Nullable Map<String, Entries> steps;

    private volatile @Nullable Map<Integer, Entries> rounds;

    public Entries(List<Entry> all) {
        this.all = List.copyOf(all);
    }

    public List<Entry> all() {
        return all;
    }

    public Entries where(Predicate<Entry> condition) {
        return new Entries(all.stream().filter(condition).toList());
    }

    public Entries step(String step) {
        Map<String, Entries> known = steps;
        if (known == null) {
            known = by(Entry::step);
            steps = known;
        }
        return known.getOrDefault(step, NONE);
    }

    public Entries round(String step, int round) {
        return step(step).round(round);
    }

    private Entries round(int round) {
        Map<Integer, Entries> known = rounds;
        if (known == null) {
            known = by(Entry::round);
            rounds = known;
        }
        return known.getOrDefault(round, NONE);
    }

    private <K> Map<K, Entries> by(Function<Entry, K> key) {
        return all.stream()
                .collect(Collectors.groupingBy(key, Collectors.collectingAndThen(Collectors.toList(), Entries::new)));
    }

    public Entries field(String field) {
        return where(entry -> entry.field().equals(field));
    }

    public Entries owner(String owner) {
        return where(entry -> entry.owner().equals(owner));
    }

    /** What this owner put into this field. */
    public Optional<String> value(String owner, String field) {
        return all.stream()
                .filter(entry -> entry.owner().equals(owner) && entry.field().equals(field))
                .map(Entry::value)
                .findFirst();
    }

    /** Values of one field by owner. */
    public Map<String, String> byOwner(String field) {
        Map<String, String> values = new LinkedHashMap<>();
        field(field).all().forEach(entry -> values.put(entry.owner(), entry.value()));
        return values;
    }

    /** How often a field has this value. */
    public int count(String field, String value) {
        return (int) all.stream()
                .filter(entry -> entry.field().equals(field) && entry.value().equals(value))
                .count();
    }

    public int size() {
        return all.size();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entries entries && all.equals(entries.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
