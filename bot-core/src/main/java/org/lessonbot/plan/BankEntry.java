package org.lessonbot.plan;

import java.util.Map;

/**
 * An item as it stands in a bank file, whether a class may see it or not. One that is not approved may lack what only a
 * review can give: the kind of request, the difficulty, what to notice; these are then empty.
 *
 * @param lengthsDiffer whether its responses are about length, so that one may be much longer than the other
 * @param line where it begins, from 1
 * @param lines where its fields begin, by name; those of responses as {@code responses/base}
 */
public record BankEntry(
        Item item, Review review, boolean lengthsDiffer, String file, int line, Map<String, Integer> lines) {
    /** The name of a response's text among the {@link #lines}. */
    public static String response(String key) {
        return "responses/" + key;
    }

    public BankEntry {
        lines = Map.copyOf(lines);
    }

    /** Something wrong with one of its fields. */
    public ContentFault fault(String field, String reason) {
        return new ContentFault(file, lines.getOrDefault(field, line), reason);
    }
}
