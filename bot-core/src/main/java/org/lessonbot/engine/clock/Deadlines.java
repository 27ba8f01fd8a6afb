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
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Slot;

/** The moves that the clock makes. */
public final class Deadlines {
    private final Scenes scenes;
    private final Moves moves;
    private final Whispers whispers;
    private final Publisher publisher;
    private final Clock clock;

    public Deadlines(Scenes scenes, Moves moves, Whispers whispers, Publisher publisher, Clock clock) {
        this.scenes = scenes;
        this.moves = moves;
        this.whispers = whispers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * The console says that time is over; a step that ends by the clock is revealed.
     *
     * @return when to look again; nothing if there is nothing more to do
     */
    Optional<Instant> wrapUp(long lessonId, String stepId) {
        Optional<Lesson> found = scenes.found(lessonId)
                .map(Standing::lesson)
                .filter(lesson -> !lesson.isClub()
                        && lesson.endedAt().isEmpty()
                        && lesson.step().equals(stepId));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Lesson lesson = found.get();
        Step step = scenes.step(lesson, stepId);
        Instant end = lesson.wrapUp(step);
        if (clock.instant().isBefore(end)) {
            return Optional.of(end);
        }
        // Of further rounds that a teacher asks for, the step's time is over before they begin.
        if (lesson.round() == 1 && Activities.of(step.activity()).endsByTheClock()) {
            Cause deadline = new Cause.Deadline(stepId, lesson.round(), end);
            if (moves.make(lessonId, deadline, new Move.Reveal()) == Moves.Result.REVEALED) {
                publisher.hurry(lessonId);
                whispers.ownPart(lesson);
            }
        }
        publisher.want(lessonId, Slot.CONSOLE);
        return Optional.empty();
    }

    /** Ends the stretch that a club is in, at this moment. */
    void end(Standing club, Instant at) {
        Lesson lesson = club.lesson();
        Moves.Result result =
                moves.make(lesson.id(), new Cause.Deadline(lesson.step(), lesson.round(), at), new Move.Next());
        if (result == Moves.Result.ENDED) {
            whispers.over(club);
        }
        publisher.hurry(lesson.id());
    }
}
