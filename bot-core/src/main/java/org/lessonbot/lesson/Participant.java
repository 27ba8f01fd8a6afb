package org.lessonbot.lesson;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who takes part.
 *
 * @param id the platform's id of the person
 * @param name as shown to the class; in one lesson nobody else has it, see {@link #key}
 * @param present false once they left; what they entered stays
 */
public record Participant(String id, String name, Role role, boolean present, Instant joinedAt) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    /** What tells names apart: whatever is read aloud alike is one name, whichever way it is typed. */
    public static String key(String name) {
        String blanks =
                BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll(" ");
        return blanks.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether they take part as a student now. */
    public boolean studies() {
        return present && role == Role.STUDENT;
    }

    /** Whether they came as somebody who leads. */
    public boolean teaches() {
        return role != Role.STUDENT;
    }

    /** What somebody may do in this lesson. */
    public enum Role {
        STUDENT,
        /** Leads by a right of their own in the room, which is looked at with each of their acts: it may be taken away. */
        TEACHER,
        /** Leads this one lesson because whoever leads it asked them to. */
        CO_TEACHER
    }
}
