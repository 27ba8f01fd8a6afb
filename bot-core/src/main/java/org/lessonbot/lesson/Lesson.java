package org.lessonbot.lesson;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lessonbot.chat.Room;
import org.lessonbot.plan.Step;

/**
 * A lesson under way or over.
 *
 * @param id its number
 * @param edition the hash of the plan and bank it was started with; later edits of the files never disturb it
 * @param seed everything drawn or shuffled in it follows from this
 * @param step the id of the step it is at
 * @param round the number of the round it is at, from 1
 * @param stepSince when this step began, later by as long as the lesson was paused in it
 * @param extension time the teacher added to this step
 * @param endedAt present once it is over
 * @param version grows with every move; a button pressed on an older version does not move the lesson
 */
public record Lesson(
        long id,
        Room room,
        Pace pace,
        Status status,
        String edition,
        long seed,
        String step,
        int round,
        Instant startedAt,
        Instant stepSince,
        Duration extension,
        Optional<Instant> endedAt,
        long version) {
    /** So many people at least a club's figures are drawn from. */
    public static final int ENOUGH = 5;

    /** Who sets the pace. */
    public enum Pace {
        /** A teacher opens, reveals and advances for all. */
        LIVE,
        /** Everybody goes on alone; what they answered is revealed to them. */
        SELF
    }

    /** Whether it is going on. */
    public enum Status {
        RUNNING,
        PAUSED,
        ENDED
    }

    /**
     * Whether figures about so many people's answers may be shown. In a club most can guess who has answered already, so that fewer
     * than {@link #ENOUGH} would be named by them; a class answers all at once.
     */
    public boolean mayCount(int people) {
        return !isClub() || people >= ENOUGH;
    }

    /** Whether everybody goes at their own pace. */
    public boolean isClub() {
        return pace == Pace.SELF;
    }

    /** The same, as if it were not over. */
    public Lesson goingOn() {
        return with(Status.RUNNING, Optional.empty());
    }

    /** The same with an end, as whoever looks back on it sees it; whether it is running stays as it is. */
    public Lesson over(Instant end) {
        return with(status, Optional.of(end));
    }

    private Lesson with(Status status, Optional<Instant> endedAt) {
        return new Lesson(
                id, room, pace, status, edition, seed, step, round, startedAt, stepSince, extension, endedAt, version);
    }

    public boolean running() {
        return status == Status.RUNNING;
    }

    /** When the planned time of the step that it is at is over. */
    public Instant wrapUp(Step step) {
        return stepSince.plus(Duration.ofMinutes(step.minutes())).plus(extension);
    }
}
