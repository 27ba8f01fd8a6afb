package org.lessonbot.lesson;

import java.time.Instant;

/**
 * Somebody who takes part.
 *
 * @param id the platform's id of the person
 * @param name as shown to the class
 * @param present false once they left; what they entered stays
 */
public record Participant(String id, String name, Role role, boolean present, Instant joinedAt) {
    /** What somebody may do in this lesson. */
    public enum Role {
        STUDENT,
        TEACHER
    }
}
