package org.lessonbot.tck;

import java.util.List;

/**
 * A form open before somebody.
 *
 * @param id what the classroom knows it by
 * @param source as the platform has it, without ids and times that change from run to run
 */
public record Sheet(String id, String title, List<Field> fields, String source) {
    public Sheet {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param value what stands in it; of a choice, the label chosen
     * @param limit the most characters it takes; 0 for a choice
     * @param options the labels to choose from; empty for a field to write in
     */
    public record Field(String label, String value, boolean required, int limit, List<String> options) {
        public Field {
            options = List.copyOf(options);
        }
    }

    @Override
    public String toString() {
        return title + " " + fields;
    }
}
