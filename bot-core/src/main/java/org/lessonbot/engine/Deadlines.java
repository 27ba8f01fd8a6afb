package org.lessonbot.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Move;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Slot;

/** The moves that the clock makes. */
final class Deadlines {
    private final Scenes scenes;
    private final Moves moves;
    private final Whispers whispers;
    private final Publisher publisher;
    private final Clock clock;

    Deadlines(Scenes scenes, Moves moves, Whispers whispers, Publisher publisher, Clock clock) {
        this.scenes = scenes;
        this.moves = moves;
        this.whispers = whispers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The console says that time is over; a step that ends by the clock is revealed. */
    void wrapUp(long lessonId) {
        Optional<Lesson> lesson = scenes.found(lessonId).map(Standing::lesson);
        lesson.filter(this::isOver).ifPresent(over -> {
            Instant at = over.wrapUp(scenes.step(over, over.step()));
            Cause clock = new Cause.Deadline(over.step(), over.round(), at);
            if (moves.make(lessonId, clock, new Move.Reveal()) == Moves.Result.REVEALED) {
                publisher.hurry(lessonId);
                whispers.ownPart(over);
            }
        });
        publisher.want(lessonId, Slot.CONSOLE);
    }

    private boolean isOver(Lesson lesson) {
        Step step = scenes.step(lesson, lesson.step());
        return !lesson.isClub()
                && lesson.endedAt().isEmpty()
                && step.minutes() > 0
                // Of further rounds that a teacher asks for, the step's time is over before they begin.
                && lesson.round() == 1
                && Activities.of(step.activity()).endsByTheClock()
                && !clock.instant().isBefore(lesson.wrapUp(step));
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
