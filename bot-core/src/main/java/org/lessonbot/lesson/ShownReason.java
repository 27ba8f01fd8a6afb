package org.lessonbot.lesson;

/**
 * That somebody was shown a reason for another answer than their own.
 *
 * @param owner whose it is, as of a {@link Reason}
 * @param answer what it is a reason for
 */
public record ShownReason(Stop stop, String viewer, String owner, String answer) {
    /** Whether it was this one. */
    public boolean is(Reason reason) {
        return owner.equals(reason.owner()) && answer.equals(reason.answer());
    }
}
