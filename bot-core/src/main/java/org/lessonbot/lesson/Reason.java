package org.lessonbot.lesson;

/**
 * Why somebody gave an answer.
 *
 * @param owner whose it is; empty if nobody gave it, and it was prepared for the lesson; {@link #LEADER} if whoever leads the club
 *     prepared it
 * @param answer the value of their answer
 */
public record Reason(String owner, String answer, String text) {
    /** The owner of what teachers decide for all, by the word that the rows of all lessons have. */
    public static final String LEADER = "desk";

    /** Whether no member gave it. */
    public boolean prepared() {
        return owner.isEmpty() || byLeader();
    }

    /** Whether whoever leads the club prepared it. */
    public boolean byLeader() {
        return owner.equals(LEADER);
    }
}
