package org.lessonbot.plan;

import java.util.List;
import java.util.Optional;

/** The items a lesson may draw from: only those that a review has approved. */
public record Bank(List<Item> items) {
    public static final Bank EMPTY = new Bank(List.of());

    public Bank {
        items = List.copyOf(items);
    }

    /** All items of one bank, in an order that does not depend on files. */
    public List<Item> of(String bank) {
        return items.stream().filter(item -> item.bank().equals(bank)).toList();
    }

    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
