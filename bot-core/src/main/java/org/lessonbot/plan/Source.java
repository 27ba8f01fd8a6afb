package org.lessonbot.plan;

/** Where an item's responses come from. */
public enum Source {
    /** All from models. */
    REAL,
    /** Some from models. */
    MIXED,
    /** All from people. */
    WRITTEN
}
