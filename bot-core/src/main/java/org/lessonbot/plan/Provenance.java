package org.lessonbot.plan;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a response comes from. A response written by hand says so; one of a model names the model, and what else is known of how it
 * came about. Nothing of it brings the same text again: servers do not promise that, whatever seed they are given.
 *
 * @param model name, empty unless a model made it
 * @param label what the model's stage is called where the lesson's own name is not true of it, such as DPO
 * @param revision of the model, when known
 * @param server the program that ran it and its version, when known, such as {@code Ollama 0.13.0}
 * @param sampling the settings it was sampled with, when known
 * @param date when it was made, when known
 * @param duration how long it took, when known, such as {@code 12.5 s}
 * @param cut whether the model said more than is kept
 * @param note in words, for people
 */
public record Provenance(
        Origin origin,
        String model,
        String label,
        String revision,
        String server,
        String sampling,
        String date,
        String duration,
        boolean cut,
        String note) {
    /** What nobody knows. */
    public static final String UNKNOWN = "unknown";

    /** Who made it. */
    public enum Origin {
        /** By hand, for a lesson. */
        WRITTEN,
        /** By a model. */
        MODEL,
        /** By the teacher of this class. */
        TEACHER,
        /** By a model, and a teacher has taken words out of it. */
        SHORTENED;

        /** Whether a model said it. */
        public boolean isModel() {
            return this == MODEL || this == SHORTENED;
        }
    }

    /** The same of a text from which a teacher has taken words. */
    public Provenance shortened() {
        return new Provenance(Origin.SHORTENED, model, label, revision, server, sampling, date, duration, cut, note);
    }

    /** Of which no more is known than who made it. */
    public static Provenance of(Origin origin) {
        return new Provenance(origin, "", "", "", "", "", "", "", false, "");
    }

    /** The same with all that must be said of a model's response, if only that nobody knows it. */
    public Provenance whole() {
        return new Provenance(
                origin, model, label, known(revision), server, known(sampling), known(date), duration, cut, note);
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    /** The same with one more note. */
    public Provenance noted(String more) {
        String notes = Stream.of(note, more).filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
        return new Provenance(origin, model, label, revision, server, sampling, date, duration, cut, notes);
    }
}
