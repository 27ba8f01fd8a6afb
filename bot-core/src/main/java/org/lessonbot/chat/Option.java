package org.lessonbot.chat;

/**
 * One choice in a picker or a form.
 *
 * @param value what comes back, at most {@link Limits#ACTION} characters
 * @param label what is read, at most {@link Limits#BUTTON_LABEL} characters; {@link VisibleText#NOTHING} where nothing can be
 */
public record Option(String value, String label) {
    public Option {
        label = VisibleText.label(label);
    }
}
