package org.lessonbot.app.rehearsal;

/**
 * An answer that a pupil gave.
 *
 * @param pupil by the name shown
 * @param field the name of the form's field, or what the button does
 * @param value the text, or the button's argument
 * @param nanos how long the pupil waited for the reply
 * @param acknowledged whether the pupil was told that it counted
 */
record Sent(String pupil, String step, int round, String field, String value, long nanos, boolean acknowledged) {}
