package org.lessonbot.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Entries of a lesson, or a part of them, in the order in which they counted. */
public record Entries(List<Entry> all) {
    public static final Entries NONE = new Entries(List.of());

    public Entries {
        all = List.copyOf(all);
    }

    public Entries where(Predicate<Entry> condition) {
        return new Entries(all.stream().filter(condition).toList());
    }

    public Entries step(String step) {
        return where(entry -> entry.step().equals(step));
    }

    public Entries round(String step, int round) {
        return where(entry -> entry.round() == round && entry.step().equals(step));
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
}
