package org.lessonbot.store;

import org.lessonbot.lesson.Roster;

/**
 * What a move leaves behind that changed nothing but who takes part and with whom.
 *
 * @param version of the lesson with this roster
 */
public record Attended(Roster roster, Version version) {}
