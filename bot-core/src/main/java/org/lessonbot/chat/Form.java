package org.lessonbot.chat;

import java.util.List;
import java.util.Set;

/**
 * A modal: one to {@link Limits#FIELDS} fields and a button that sends them.
 *
 * @param title at most {@link Limits#FORM_TITLE} characters
 * @param about what it is an answer to, said above the fields: on a phone a form covers the post. May be empty; at most
 *     {@link Limits#FORM_ABOUT} characters, and left out where there are {@link Limits#FIELDS} fields already
 */
public record Form(Action action, String title, String about, List<Field> fields, String send) {
    /** The names of all fields in which one chooses. A form that comes back does not say which these are. */
    static final Set<String> CHOSEN =
            Set.of("answer", "cast", "guess", "lesson", "part", "rating", "responses", "vote");

    /** The most that somebody types for a moment. */
    private static final int MOMENT = 60;

    public Form {
        title = VisibleText.label(title);
        fields = List.copyOf(fields);
        send = VisibleText.label(send);
    }

    public Form(Action action, String title, List<Field> fields, String send) {
        this(action, title, "", fields, send);
    }

    /** The same about this, cut to what fits. */
    public Form withAbout(String text) {
        return new Form(action, title, Limits.fit(text, Limits.FORM_ABOUT), fields, send);
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
            label = VisibleText.label(label);
            hint = VisibleText.line(hint);
            options = List.copyOf(options);
            if (CHOSEN.contains(name) != (kind == Kind.CHOICE)) {
                throw new IllegalArgumentException(name + ": by its name one tells whether a field is for a choice");
            }
        }

        public static Field line(String name, String label, String hint, String value, boolean required, int limit) {
            return new Field(name, Kind.LINE, label, hint, value, required, limit, List.of());
        }

        public static Field text(String name, String label, String hint, String value, boolean required, int limit) {
            return new Field(name, Kind.TEXT, label, hint, value, required, limit, List.of());
        }

        /**
         * A moment to come.
         *
         * @param value as {@code 2026-12-04T18:00}, by the clocks of whoever reads it; may be empty. What comes back is written
         *     so where it was picked, else as it was typed, and half of it where only the day or the time was picked
         */
        public static Field moment(String name, String label, String hint, String value, boolean required) {
            return new Field(name, Kind.MOMENT, label, hint, value, required, MOMENT, List.of());
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
        /** A day and a time: from a calendar where the platform has one, else typed. */
        MOMENT,
        CHOICE
    }
}
