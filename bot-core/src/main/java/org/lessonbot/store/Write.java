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
        Optional<String> before) {

    /** What the last write of wins. */
    Key key() {
        return new Key(lesson, step, round, owner, field);
    }

    record Key(long lesson, String step, int round, String owner, String field) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Long.compare(lesson, other.lesson);
            order = order != 0 ? order : step.compareTo(other.step);
            order = order != 0 ? order : Integer.compare(round, other.round);
            order = order != 0 ? order : owner.compareTo(other.owner);
            return order != 0 ? order : field.compareTo(other.field);
        }
    }
}
