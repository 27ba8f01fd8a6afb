package org.lessonbot.plan;

/** Which responses a lesson wants. */
public enum Responses {
    /** Whatever the bank has. */
    ANY,
    /** Those of models first, then written ones. */
    PREFER_REAL,
    /** Those of models alone. */
    REAL_ONLY,
    /** Those written for the lesson alone. */
    WRITTEN_ONLY;

    /** Whether the lesson may show an item at all. */
    public boolean allow(Item item) {
        return switch (this) {
            case ANY, PREFER_REAL -> true;
            case REAL_ONLY -> item.source() == Source.REAL;
            case WRITTEN_ONLY -> item.source() == Source.WRITTEN;
        };
    }
}
