package org.lessonbot.editorial.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be taken from a table, and how its columns are called.
 *
 * @param bank the bank it is for
 * @param dimension the two values compared; empty for a bank whose items are guessed on
 * @param request the kind of request that all items are; empty when a reviewer is to say it
 * @param names stages or values by the name that stands in the table; one that is not there stands for itself
 * @param where which rows: the values that are wanted of a column, by column; empty for all rows
 */
public record Order(
        String bank,
        String dimension,
        String request,
        Columns columns,
        Map<String, String> names,
        Map<String, Set<String>> where) {
    public Order {
        names = Map.copyOf(names);
        where = Map.copyOf(where);
    }

    /** Whether a row is wanted: each column named in {@link #where} holds one of its values, blanks around it aside. */
    boolean wants(Row row) {
        return where.entrySet().stream()
                .allMatch(one -> one.getValue().contains(row.cell(one.getKey()).strip()));
    }

    /** All columns that the table must have. */
    Stream<String> asked() {
        return Stream.concat(columns.named().stream(), where.keySet().stream()).distinct();
    }

    /**
     * The names of columns; empty where the table has none.
     *
     * @param stage which stage or value a response is of; empty if the model tells
     */
    public record Columns(
            String prompt, String response, String stage, String model, String revision, String sampling, String date) {
        /** The column that tells which stage or value a response is of. */
        String key() {
            return stage.isEmpty() ? model : stage;
        }

        List<String> named() {
            return Stream.of(prompt, response, stage, model, revision, sampling, date)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    /** The stage or value that a name in the table means. */
    String meaning(String name) {
        return names.getOrDefault(name, name);
    }
}
