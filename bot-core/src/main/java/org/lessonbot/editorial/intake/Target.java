package org.lessonbot.editorial.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.draft.Cast;
import org.lessonbot.draft.Role;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Step;

/** The bank of a lesson that items are taken into. */
record Target(PlanReader.Draft draft, Order order) {

    /** The stages or values that an item needs a response for; none if the lesson knows no such bank or dimension. */
    List<String> keys() {
        return order.dimension().isEmpty() ? stages() : values().map(Item::keys).orElse(List.of());
    }

    private List<String> stages() {
        return draft.plan().steps().stream()
                .filter(step -> step.content() instanceof StageContent content
                        && content.bank().equals(order.bank()))
                .flatMap(step -> ((StageContent) step.content()).names().keySet().stream())
                .distinct()
                .toList();
    }

    /** An item that has the values of the dimension in words. */
    Optional<Item> values() {
        return draft.bank().stream()
                .map(BankEntry::item)
                .filter(item -> item.bank().equals(order.bank())
                        && item.topic().equals(order.dimension())
                        && !item.values().isEmpty())
                .findFirst();
    }

    /** The dimensions that the bank has values for. */
    List<String> dimensions() {
        return draft.bank().stream()
                .map(BankEntry::item)
                .filter(item ->
                        item.bank().equals(order.bank()) && !item.values().isEmpty())
                .map(Item::topic)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the dimension is about length. */
    boolean lengthsDiffer() {
        return draft.bank().stream()
                .anyMatch(entry -> entry.lengthsDiffer()
                        && entry.item().bank().equals(order.bank())
                        && entry.item().topic().equals(order.dimension()));
    }

    /** The values in words, in a fixed order. */
    TreeMap<String, Item.Value> valueNames() {
        return new TreeMap<>(values().map(Item::values).orElseThrow());
    }

    /** What the lesson has models told for a value; nothing if it says nothing of that. */
    Optional<String> told(String value) {
        return draft.plan().steps().stream()
                .flatMap(step -> Optional.ofNullable(Activities.all().get(step.activity())).stream()
                        .flatMap(activity -> casts(activity, step)))
                .filter(cast -> cast.bank().equals(order.bank()) && cast.id().equals(order.dimension()))
                .flatMap(cast -> cast.roles().stream())
                .filter(role -> role.key().equals(value))
                .map(Role::instruction)
                .findFirst();
    }

    private static <C, D> Stream<Cast> casts(Activity<C, D> activity, Step step) {
        return activity.casts(activity.traits().content().cast(step.content())).stream();
    }

    /** A value in words; nothing for a stage. */
    Optional<Item.Value> value(String key) {
        return order.dimension().isEmpty()
                ? Optional.empty()
                : values().map(item -> item.values().get(key));
    }

    Set<String> ids() {
        return draft.bank().stream().map(entry -> entry.item().id()).collect(Collectors.toCollection(HashSet::new));
    }

    /** The item that asks this already. */
    Optional<BankEntry> asking(String prompt) {
        return draft.bank().stream()
                .filter(entry -> entry.item().bank().equals(order.bank())
                        && entry.item().prompt().equals(prompt))
                .findFirst();
    }
}
