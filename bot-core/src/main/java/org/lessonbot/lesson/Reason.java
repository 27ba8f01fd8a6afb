package org.lessonbot.lesson;

/**
 * Why somebody gave an answer.
 *
 * @param owner whose it is; empty if nobody gave it, and it was prepared for the lesson
 * @param answer the value of their answer
 */
public record Reason(String owner, String answer, String text) {
    public boolean prepared() {
        return owner.isEmpty();
    }
}
