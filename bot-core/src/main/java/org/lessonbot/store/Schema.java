package org.lessonbot.store;

/**
 * Tables that belong together. Each owner numbers its migrations for itself.
 *
 * @param owner whose they are: the core, or an adapter's name
 * @param migrations where they stand, as Flyway writes it
 */
public record Schema(String owner, String migrations) {
    public static final Schema CORE = new Schema("core", "classpath:org/lessonbot/store/migrations");

    /** What the table begins with in which Flyway keeps which migrations there were. */
    public static final String HISTORY = "migration_";

    String history() {
        return HISTORY + owner;
    }
}
