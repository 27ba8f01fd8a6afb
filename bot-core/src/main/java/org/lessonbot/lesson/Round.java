package org.lessonbot.lesson;

import java.time.Instant;
import java.util.Optional;

/**
 * One prompt of a step to guess on, one question to discuss. Many steps have one round.
 *
 * @param number from 1
 * @param deal what was dealt for it, as JSON of the activity's own class; it never changes
 * @param revealedAt when it was first revealed
 */
public record Round(
        String step, int number, Phase phase, String deal, Instant openedAt, Optional<Instant> revealedAt) {}
