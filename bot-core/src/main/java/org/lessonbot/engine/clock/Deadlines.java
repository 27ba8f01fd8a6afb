package org.lessonbot.engine.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Move;
import org.lessonbot.engine.moves.Cause;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Slot;

/** The moves that the clock makes. */
public final class Deadlines {
    private final Moves moves;
    private final Whispers whispers;
    private final Publisher publisher;
    private final Clock clock;

    public Deadlines(Moves moves, Whispers whispers, Publisher publisher, Clock clock) {
        this.moves = moves;
        this.whispers = whispers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Where the time is over that a member had beyond the close of their club, nothing is moved, and its post changes. */
    ClubAlarm moreTimeOver() {
        return new MoreTimeOver(publisher, clock);
    }

    /**
     * The console says that time is over; a step that ends by the clock is revealed.
     *
     * @return when to look again; nothing if there is nothing more to do
     */
    Optional<Instant> wrapUp(Standing standing, String stepId) {
        Lesson lesson = standing.lesson();
        if (lesson.isClub() || lesson.endedAt().isPresent() || !lesson.step().equals(stepId)) {
            return Optional.empty();
        }
        Step step = standing.step(stepId);
        Instant end = lesson.wrapUp(step);
        if (clock.instant().isBefore(end)) {
            return Optional.of(end);
        }
        // Of further rounds that a teacher asks for, the step's time is over before they begin.
        if (lesson.round() == 1 && Activities.of(step.activity()).endsByTheClock()) {
            Cause deadline = new Cause.Deadline(stepId, lesson.round(), end);
            if (moves.make(lesson.id(), deadline, new Move.Reveal()) == Moves.Result.REVEALED) {
                publisher.hurry(lesson.id());
                whispers.ownPart(lesson);
            }
        }
        publisher.want(lesson.id(), Slot.CONSOLE);
        return Optional.empty();
    }

    /** Ends the stretch that a club is in. */
    void end(Standing club, Cause cause) {
        Lesson lesson = club.lesson();
        Moves.Result result = moves.make(lesson.id(), cause, new Move.Next());
        if (result == Moves.Result.ENDED) {
            whispers.over(club);
        } else if (result == Moves.Result.MADE) {
            whispers.begun(lesson);
        }
        publisher.hurry(lesson.id());
    }
}
