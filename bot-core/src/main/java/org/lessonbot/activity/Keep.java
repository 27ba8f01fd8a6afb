package org.lessonbot.activity;

import org.lessonbot.lesson.Phase;

/**
 * An entry to be kept, if the round is in this phase when it is written.
 *
 * @param value the empty string withdraws what stands there
 */
public record Keep(String owner, String field, String value, Phase phase) {
    /** The owner of what teachers decide for all. */
    public static final String DESK = "desk";

    /** Counts while the round is open. */
    public static Keep open(String owner, String field, String value) {
        return new Keep(owner, field, value, Phase.OPEN);
    }

    /** Counts between the reveal and the next round. */
    public static Keep revealed(String owner, String field, String value) {
        return new Keep(owner, field, value, Phase.REVEALED);
    }
}
