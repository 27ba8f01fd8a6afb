package org.lessonbot.activity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lessonbot.draft.Brought;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.time.LocalMoment;

/** What moves a lesson. Teachers alone may; each is one transaction on the lesson's row. */
public sealed interface Move {
    /** The next thing there is: the reveal, the next round, the next step, the end. */
    record Next() implements Move {}

    /** To the round before. */
    record Back() implements Move {}

    record Reveal() implements Move {}

    /**
     * One more round of this step.
     *
     * @param request passed to {@link Activity#deal}; empty for whatever comes next
     * @param brought a prompt that comes from no bank, to deal it from
     */
    record Again(String request, Optional<Brought> brought) implements Move {
        public Again(String request) {
            this(request, Optional.empty());
        }
    }

    /** Leaves this step for the next one, whatever is left of it. */
    record Skip() implements Move {}

    /** Takes in a step that the lesson left out. */
    record Add(String step) implements Move {}

    record Pause() implements Move {}

    record Resume() implements Move {}

    /** More time for this step. */
    record Extend(Duration by) implements Move {}

    /**
     * Puts the end of a stretch at this moment. A club that is over goes on again by it.
     *
     * @param stretch from 0; negative for the one that the club is in
     */
    record Until(int stretch, LocalMoment at) implements Move {}

    /** Lets the answers of one member of a club count until this moment, though the club be over by then. */
    record MoreTime(String person, LocalMoment until) implements Move {}

    /** Says whether a stretch ends as soon as everybody has finished it. */
    record EndEarly(boolean early) implements Move {}

    /**
     * Lets everybody finish at their own pace what is left of a lesson that was led until now.
     *
     * @param deadlines of the stretches that are left, the one that the lesson is in first
     */
    record FinishLater(List<Deadline> deadlines) implements Move {
        public FinishLater {
            deadlines = List.copyOf(deadlines);
        }
    }

    record End() implements Move {}
}
