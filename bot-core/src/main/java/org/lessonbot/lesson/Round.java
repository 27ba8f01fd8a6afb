package org.lessonbot.lesson;

import java.time.Instant;
import java.util.Optional;

/**
 * One prompt of a step to guess on, one question to discuss. Many steps have one round.
 *
 * @param number from 1
 * @param deal what was dealt for it, as JSON of the activity's own class; it never changes
 * @param revealedAt when it was first revealed
 * @param led whether a class was led through it before its lesson went on at everybody's own pace
 */
public record Round(
        String step,
        int number,
        Phase phase,
        String deal,
        Instant openedAt,
        Optional<Instant> revealedAt,
        boolean led) {
    /** A round of a lesson that has one pace from start to end. */
    public Round(String step, int number, Phase phase, String deal, Instant openedAt, Optional<Instant> revealedAt) {
        this(step, number, phase, deal, openedAt, revealedAt, false);
    }

    /** The same, taking answers. */
    public Round open() {
        return new Round(step, number, Phase.OPEN, deal, openedAt, revealedAt, led);
    }
}
