package org.lessonbot.lesson;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A reminder that somebody had of a club.
 *
 * @param at when it was sent
 * @param day which day that was for them by the clock that they went by then: nobody has two of a club in one day
 */
public record Reminder(int stretch, Instant at, LocalDate day, Outcome outcome) {
    /** What became of it. */
    public enum Outcome {
        /** It is on its way, or whoever sent it never said. */
        UNKNOWN,
        SENT,
        /** It lies where they will see it when they come. */
        WAITS,
        /** They take no private messages, and do not know yet that there was one. */
        REFUSED,
        /** The same, and they know. */
        TOLD,
        /** The platform did not do it. */
        FAILED
    }
}
