package org.lessonbot.chat;

import java.util.List;

/**
 * A modal: one to {@link Limits#FIELDS} fields and a button that sends them.
 *
 * @param title at most {@link Limits#FORM_TITLE} characters
 */
public record Form(Action action, String title, List<Field> fields, String send) {
    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * One thing asked.
     *
     * @param label at most {@link Limits#FIELD_LABEL} characters
     * @param hint said beside the field; may be empty; at most {@link Limits#FIELD_HINT} characters
     * @param value what stands in it when it opens; may be empty
     * @param limit the most characters taken, at most {@link Limits#FIELD_VALUE}
     * @param options for {@link Kind#CHOICE} alone
     */
    public record Field(
            String name,
            Kind kind,
            String label,
            String hint,
            String value,
            boolean required,
            int limit,
            List<Option> options) {
        public Field {
            options = List.copyOf(options);
        }

        public static Field line(String name, String label, String hint, String value, boolean required, int limit) {
            return new Field(name, Kind.LINE, label, hint, value, required, limit, List.of());
        }

        public static Field text(String name, String label, String hint, String value, boolean required, int limit) {
            return new Field(name, Kind.TEXT, label, hint, value, required, limit, List.of());
        }

        public static Field choice(
                String name, String label, String hint, String value, boolean required, List<Option> options) {
            return new Field(name, Kind.CHOICE, label, hint, value, required, Limits.ACTION, options);
        }
    }

    /** How a field is filled in. */
    public enum Kind {
        LINE,
        TEXT,
        CHOICE
    }
}
