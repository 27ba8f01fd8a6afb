package org.lessonbot.lesson;

/** Where a round stands. */
public enum Phase {
    /** Answers count; nobody sees more than how many there are. */
    OPEN,
    /** The answers are shown, and stand. */
    REVEALED,
    /** The lesson has gone on. */
    CLOSED
}
