package org.lessonbot.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries of a lesson, or a part of them, in the order in which they counted. */
public final class Entries {
    public static final Entries NONE = new Entries(List.of());

    private final List<Entry> all;
    /** The same by round, made when one is first asked for: of a lesson's thousands it is looked for again and again. */
    private volatile @Nullable Map<Place, Entries> rounds;

    private record Place(String step, int round) {}

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
        return where(entry -> entry.step().equals(step));
    }

    public Entries round(String step, int round) {
        Map<Place, Entries> known = rounds;
        if (known == null) {
            known = all.stream()
                    .collect(Collectors.groupingBy(
                            entry -> new Place(entry.step(), entry.round()),
                            Collectors.collectingAndThen(Collectors.toList(), Entries::new)));
            rounds = known;
        }
        return known.getOrDefault(new Place(step, round), NONE);
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
