package org.lessonbot.models;

/**
 * A chat of one question as it stands before the model, where the server tells.
 *
 * @param text what the model reads
 * @param question what was asked
 * @param foreign whether the marks around it are none to this model: it reads them as letters, so the server made them up
 */
record Rendering(String text, String question, boolean foreign) {
    /** Whether nothing tells the model that somebody asks. */
    boolean isBare() {
        return Template.withoutEnds(text, true).equals(question);
    }

    /** Whether the template has begun to think for the model: what it says then is thought until it ends it. */
    boolean thinks() {
        return Reasoning.isBegunBy(text);
    }
}
