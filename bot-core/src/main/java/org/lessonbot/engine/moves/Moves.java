package org.lessonbot.engine.moves;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Room;
import org.lessonbot.draft.Brought;
import org.lessonbot.engine.attendance.Partners;
import org.lessonbot.engine.standing.Course;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.NewLesson;
import org.lessonbot.store.Slot;

/** Makes the moves of a lesson, each in one transaction on the lesson's row. */
public final class Moves {
    private static final Move.Again WHATEVER = new Move.Again("");

    private final Standings standings;
    private final Scenes scenes;
    private final Function<Room, Set<String>> away;
    private final Stretches stretches;
    private final Clock clock;

    /** @param away who has gone away from a room */
    public Moves(Standings standings, Scenes scenes, Function<Room, Set<String>> away, Clock clock) {
        this.standings = standings;
        this.scenes = scenes;
        this.away = away;
        this.stretches = new Stretches(scenes);
        this.clock = clock;
    }

    /** What became of a move. */
    public enum Result {
        MADE,
        REVEALED,
        ENDED,
        /** It had been made already: the same cause come twice, or a button or deadline of an earlier moment. */
        BEFORE,
        /** The lesson is paused, and the clock with it: nothing is noted, so the same cause may come again. */
        PAUSED,
        /** There is nothing to go to, to reveal, or to repeat. */
        NOWHERE,
        OVER,
        /** Another lesson is under way in the room. */
        OCCUPIED
    }

    /** Makes a move. */
    public Result make(long lessonId, Cause cause, Move move) {
        return standings.move(lessonId, tx -> {
            Lesson lesson = tx.lesson();
            boolean afterwards = lesson.isClub() && (move instanceof Move.Until || move instanceof Move.MoreTime);
            if (lesson.endedAt().isPresent() && !afterwards) {
                return Result.OVER;
            }
            if (cause.waits() && !lesson.running()) {
                return Result.PAUSED;
            }
            if (!cause.holds(lesson, () -> end(tx))
                    || !tx.first(cause.id(), cause.kind(), move.getClass().getSimpleName())) {
                return Result.BEFORE;
            }
            Result result = lesson.isClub() ? stretches.make(tx, move, clock.instant()) : make(tx, move);
            if (result != Result.NOWHERE && result != Result.OCCUPIED) {
                tx.done();
            }
            return result;
        });
    }

    /** When the time is over of where a lesson is. */
    private Instant end(LessonTransaction tx) {
        Lesson lesson = tx.lesson();
        LessonPlan plan = scenes.edition(lesson).plan();
        return lesson.isClub()
                ? Stretches.end(tx, plan.stretchOf(lesson.step())).orElse(Instant.MIN)
                : lesson.wrapUp(plan.step(lesson.step()).orElseThrow());
    }

    private Result make(LessonTransaction tx, Move move) {
        Lesson lesson = tx.lesson();
        Course course = course(tx);
        if (move instanceof Move.Next) {
            return go(tx, course, course.next(lesson.step(), lesson.round()));
        }
        if (move instanceof Move.Skip) {
            return go(tx, course, course.leave(lesson.step()));
        }
        if (move instanceof Move.Again again) {
            return open(tx, course, course.again(lesson.step()), again) ? Result.MADE : Result.NOWHERE;
        }
        if (move instanceof Move.Back) {
            Optional<Round> before = course.back(lesson.step(), lesson.round());
            before.ifPresent(round -> comeBack(tx, course, round));
            return before.isPresent() ? Result.MADE : Result.NOWHERE;
        }
        if (move instanceof Move.Reveal) {
            Optional<Round> here = here(course, lesson).filter(course::awaitsReveal);
            here.ifPresent(round -> tx.phase(round, Phase.REVEALED));
            return here.isPresent() ? Result.REVEALED : Result.NOWHERE;
        }
        if (move instanceof Move.End) {
            here(course, lesson).ifPresent(round -> leave(tx, round));
            tx.status(Lesson.Status.ENDED, clock.instant());
            tx.posts().refreshRoom();
            tx.posts().post(Slot.OVER);
            return Result.ENDED;
        }
        if (move instanceof Move.FinishLater later) {
            here(course, lesson).ifPresent(round -> leave(tx, round));
            tx.edition(standings.forClub(lesson));
            return stretches.beginFrom(tx, course.plan(), later, clock.instant());
        }
        return adjust(tx, move);
    }

    private Result adjust(LessonTransaction tx, Move move) {
        if (move instanceof Move.Extend extend) {
            tx.extend(extend.by());
            return Result.MADE;
        }
        if (move instanceof Move.Add add) {
            boolean left = scenes.leftOut(tx.lesson()).stream()
                    .anyMatch(step -> step.id().equals(add.step()));
            if (left) {
                tx.edition(standings.adding(tx.lesson(), add.step()));
            }
            return left ? Result.MADE : Result.NOWHERE;
        }
        if (move instanceof Move.Until || move instanceof Move.MoreTime || move instanceof Move.EndEarly) {
            return Result.NOWHERE;
        }
        Lesson.Status wanted = move instanceof Move.Pause ? Lesson.Status.PAUSED : Lesson.Status.RUNNING;
        if (wanted == tx.lesson().status()) {
            return Result.NOWHERE;
        }
        tx.status(wanted, clock.instant());
        return Result.MADE;
    }

    /**
     * Starts a lesson that this teacher leads, with its first round.
     *
     * @return its number, or nothing if a lesson is under way in the room
     */
    public Optional<Long> begin(NewLesson lesson, Arrival teacher) {
        return standings.start(lesson, tx -> {
            tx.people().join(List.of(teacher));
            Course course = course(tx);
            Step first = course.plan().steps().get(0);
            open(tx, course, new Course.OpenNew(first, 1), WHATEVER);
            tx.posts().post(Slot.CONSOLE);
            tx.done();
        });
    }

    /**
     * Starts a club that this teacher leads, with its first stretch.
     *
     * @return its number, or nothing if a lesson is under way in the room
     */
    public Optional<Long> beginClub(NewLesson lesson, Arrival teacher, List<Deadline> deadlines) {
        return standings.start(lesson, tx -> {
            tx.people().join(List.of(teacher));
            deadlines.forEach(tx.club()::deadline);
            tx.posts().post(Slot.HUB);
            tx.posts().post(Slot.CONSOLE);
            stretches.begin(tx, scenes.edition(tx.lesson()).plan(), 0, clock.instant());
            tx.done();
        });
    }

    private Result go(LessonTransaction tx, Course course, Course.Onward onward) {
        if (onward instanceof Course.RevealHere here) {
            tx.phase(here.round(), Phase.REVEALED);
            return Result.REVEALED;
        }
        if (onward instanceof Course.Return back) {
            comeBack(tx, course, back.round());
            return Result.MADE;
        }
        if (onward instanceof Course.OpenNew open) {
            // A step with nothing to deal, such as a share-out without answers, is passed over.
            return open(tx, course, open, WHATEVER)
                    ? Result.MADE
                    : go(tx, course, course.leave(open.step().id()));
        }
        return Result.NOWHERE;
    }

    private boolean open(LessonTransaction tx, Course course, Course.OpenNew open, Move.Again wish) {
        Lesson lesson = tx.lesson();
        Step step = open.step();
        Optional<String> deal = scenes.deal(tx, step, open.number(), wish);
        if (deal.isEmpty()) {
            return false;
        }
        long draft = wish.brought().map(Brought::draft).orElse(0L);
        if (draft > 0 && !tx.use(draft, open.number())) {
            return false;
        }
        here(course, lesson).ifPresent(round -> leave(tx, round));
        if (step.pairing() != Pairing.NONE) {
            leaveOut(tx, away.apply(lesson.room()));
        }
        Partners.pair(tx, step.pairing());
        tx.open(step.id(), open.number(), deal.get());
        tx.at(step.id(), open.number(), clock.instant());
        return true;
    }

    private void comeBack(LessonTransaction tx, Course course, Round round) {
        here(course, tx.lesson()).ifPresent(left -> leave(tx, left));
        tx.phase(round, round.revealedAt().isPresent() ? Phase.REVEALED : Phase.OPEN);
        tx.posts().repost(round.step(), round.number());
        tx.at(round.step(), round.number(), clock.instant());
    }

    private static void leave(LessonTransaction tx, Round round) {
        tx.phase(round, Phase.CLOSED);
    }

    /** Nobody waits for whoever has gone away: it is as if they had left, until they join again. */
    private static void leaveOut(LessonTransaction tx, Set<String> away) {
        List<String> gone = tx.roster().students().stream()
                .map(Participant::id)
                .filter(away::contains)
                .toList();
        if (!gone.isEmpty()) {
            tx.people().leave(gone);
        }
        tx.posts().refresh();
    }

    private Course course(LessonTransaction tx) {
        LessonPlan plan = scenes.edition(tx.lesson()).plan();
        return new Course(
                plan, tx.rounds(), step -> Activities.of(step.activity()).reveals());
    }

    private static Optional<Round> here(Course course, Lesson lesson) {
        return course.round(lesson.step(), lesson.round());
    }
}
