package org.lessonbot.store;

import java.util.Optional;
import org.lessonbot.lesson.Phase;

/**
 * One entry to be written, if its round is in this phase and its lesson goes on.
 *
 * @param value empty to withdraw
 * @param before what must stand there, or already {@code value}; the empty string for nothing; absent if whatever stands there
 *     is written over
 */
public record Write(
        long lesson,
        String step,
        int round,
        String owner,
        String field,
        String value,
        String person,
        Phase phase,
        Optional<String> before) {}
