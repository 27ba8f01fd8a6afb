package org.lessonbot.engine.moves;

import java.time.Instant;
import java.util.function.Supplier;
import org.lessonbot.lesson.Lesson;

/** What makes a lesson move. The same cause moves it once, however often it comes and whichever instance it reaches. */
public sealed interface Cause {
    /** What the cause is told from all others of its lesson by. */
    String id();

    /**
     * Whether the lesson is still where the cause found it.
     *
     * @param end when the time is over of where it is now
     */
    boolean holds(Lesson lesson, Supplier<Instant> end);

    /** Whether it waits while the lesson is paused. */
    boolean waits();

    /** By the word that a move's row has. */
    String kind();

    /**
     * Somebody who leads, by an interaction.
     *
     * @param interaction its id
     * @param version the lesson's version that they saw; negative when it does not matter
     */
    record Asked(String interaction, long version) implements Cause {
        @Override
        public String id() {
            return interaction;
        }

        @Override
        public boolean holds(Lesson lesson, Supplier<Instant> end) {
            return version < 0 || version == lesson.version();
        }

        @Override
        public boolean waits() {
            return false;
        }

        @Override
        public String kind() {
            return "INTERACTION";
        }
    }

    /** No person: it is about a round at which the lesson still has to be. */
    sealed interface OfItself extends Cause {
        String step();

        int round();

        default boolean isThere(Lesson lesson) {
            return step().equals(lesson.step()) && round() == lesson.round();
        }

        @Override
        default boolean waits() {
            return true;
        }

        @Override
        default String kind() {
            return "DEADLINE";
        }
    }

    /**
     * The clock. What it does is named: a deadline reveals by {@code Reveal}, never by {@code Next}, which leads further where
     * somebody has revealed by hand. Somebody who moved the lesson away from the round has taken the deadline with them.
     *
     * @param step of the round that it was set for
     * @param at when it was due: a deadline that was put off is another one, and whoever put it off has taken this one away
     */
    record Deadline(String step, int round, Instant at) implements OfItself {
        @Override
        public String id() {
            return "deadline/" + step + "/" + round + "/" + at;
        }

        @Override
        public boolean holds(Lesson lesson, Supplier<Instant> end) {
            return isThere(lesson) && !end.get().isAfter(at);
        }
    }

    /**
     * Everybody is through with what a club is at, however long it would still go on.
     *
     * @param end when it would have been over
     */
    record Finished(String step, int round, Instant end) implements OfItself {
        @Override
        public String id() {
            return "finished/" + step + "/" + round + "/" + end;
        }

        @Override
        public boolean holds(Lesson lesson, Supplier<Instant> now) {
            return isThere(lesson);
        }
    }
}
