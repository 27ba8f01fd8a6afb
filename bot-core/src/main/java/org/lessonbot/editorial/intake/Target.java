package org.lessonbot.editorial.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;

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
                .anyMatch(entry -> entry.lengthsDiffer() && entry.item().topic().equals(order.dimension()));
    }

    /** The values in words, in a fixed order. */
    TreeMap<String, Item.Value> valueNames() {
        return new TreeMap<>(values().map(Item::values).orElseThrow());
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
