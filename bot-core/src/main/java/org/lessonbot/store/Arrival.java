package org.lessonbot.store;

import org.lessonbot.lesson.Participant;

/**
 * Somebody who comes in.
 *
 * @param name that nobody else has in this lesson
 */
public record Arrival(String person, String name, Participant.Role role) {
    boolean teaches() {
        return role != Participant.Role.STUDENT;
    }
}
