package org.lessonbot.editorial.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be taken from a table, and how its columns are called.
 *
 * @param bank the bank it is for
 * @param dimension the two values compared; empty for a bank whose items are guessed on
 * @param request the kind of request that all items are; empty when a reviewer is to say it
 * @param names stages or values by the name that stands in the table; one that is not there stands for itself
 */
public record Order(String bank, String dimension, String request, Columns columns, Map<String, String> names) {
    public Order {
        names = Map.copyOf(names);
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
