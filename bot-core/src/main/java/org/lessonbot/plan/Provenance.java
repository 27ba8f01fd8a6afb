package org.lessonbot.plan;

/**
 * Where a response comes from. A response written by hand says so; one of a model names the model.
 *
 * @param model name, empty unless {@link Origin#MODEL}
 * @param revision of the model, when known
 * @param sampling the settings it was sampled with, when known
 * @param date when it was made, when known
 * @param note in words, for people
 */
public record Provenance(Origin origin, String model, String revision, String sampling, String date, String note) {
    /** Who made it. */
    public enum Origin {
        /** By hand, for a lesson. */
        WRITTEN,
        /** By a model. */
        MODEL,
        /** By the teacher of this class. */
        TEACHER
    }
}
