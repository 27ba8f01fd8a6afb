package org.lessonbot.chat;

/**
 * One choice in a picker or a form.
 *
 * @param value what comes back, at most {@link Limits#ACTION} characters
 * @param label what is read, at most {@link Limits#BUTTON_LABEL} characters
 */
public record Option(String value, String label) {}
