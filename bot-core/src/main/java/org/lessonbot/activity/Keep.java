package org.lessonbot.activity;

import java.util.Optional;
import org.lessonbot.lesson.Phase;

/**
 * An entry to be kept, if the round is in this phase when it is written.
 *
 * @param value the empty string withdraws what stands there
 * @param before what must still stand there when it is written, the empty string for nothing; absent where the last one wins
 */
public record Keep(String owner, String field, String value, Phase phase, Optional<String> before) {
    /** The owner of what teachers decide for all, by the word that the rows of all lessons have. */
    public static final String TEACHERS = "desk";

    /** Counts while the round is open. */
    public static Keep open(String owner, String field, String value) {
        return new Keep(owner, field, value, Phase.OPEN, Optional.empty());
    }

    /** Counts while the round is open, and only in place of what its writer saw there. */
    public static Keep instead(String owner, String field, String value, String before) {
        return new Keep(owner, field, value, Phase.OPEN, Optional.of(before));
    }

    /** Counts while nothing stands there. */
    public static Keep added(String owner, String field, String value) {
        return instead(owner, field, value, "");
    }

    /** Counts between the reveal and the next round. */
    public static Keep revealed(String owner, String field, String value) {
        return new Keep(owner, field, value, Phase.REVEALED, Optional.empty());
    }
}
