package org.lessonbot.engine.moves;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lessonbot.activity.Move;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Slot;
import org.lessonbot.time.LocalMoment;

/** The moves of a lesson in which everybody goes at their own pace: from stretch to stretch, and the ends of them. */
final class Stretches {
    private static final Move.Again WHATEVER = new Move.Again("");

    private final Scenes scenes;

    Stretches(Scenes scenes) {
        this.scenes = scenes;
    }

    /** Makes a move in a club: once it is over, none but what opens it again or gives somebody more time. */
    Moves.Result make(LessonTransaction tx, Move move, Instant now) {
        Lesson lesson = tx.lesson();
        LessonPlan plan = scenes.edition(lesson).plan();
        int stretch = plan.stretchOf(lesson.step());
        if (move instanceof Move.Next) {
            return begin(tx, plan, stretch + 1, now);
        }
        if (move instanceof Move.End) {
            return end(tx, now);
        }
        if (move instanceof Move.Pause && lesson.running()) {
            tx.status(Lesson.Status.PAUSED, now);
            return Moves.Result.MADE;
        }
        if (move instanceof Move.Resume && !lesson.running()) {
            return resume(tx, stretch, now);
        }
        if (move instanceof Move.Extend extend) {
            shift(tx, stretch, extend.by());
            return Moves.Result.MADE;
        }
        if (move instanceof Move.EndEarly end) {
            tx.club().endsEarly(end.early());
            return Moves.Result.MADE;
        }
        if (move instanceof Move.MoreTime more) {
            tx.club().moreTime(more.person(), more.until());
            return Moves.Result.MADE;
        }
        if (move instanceof Move.Until until) {
            boolean over = lesson.endedAt().isPresent();
            return over
                    ? reopen(tx, stretch, until.at(), now)
                    : until(tx, until.stretch() < 0 ? stretch : until.stretch(), until.at(), now);
        }
        return Moves.Result.NOWHERE;
    }

    /** Opens all rounds of a stretch. One in which nothing can be dealt is passed over; after the last one the lesson is over. */
    Moves.Result begin(LessonTransaction tx, LessonPlan plan, int stretch, Instant now) {
        if (stretch >= plan.stretches().size()) {
            return end(tx, now);
        }
        return begin(tx, plan, stretch, plan.stepsOf(stretch), now);
    }

    /** Lets everybody go on at their own pace from where a class is: with what is left of its step, and the steps after that. */
    Moves.Result beginFrom(LessonTransaction tx, LessonPlan plan, Move.FinishLater later, Instant now) {
        if (!tx.lesson().running()) {
            tx.status(Lesson.Status.RUNNING, now);
        }
        tx.club().everybodyAtTheirOwnPace();
        later.deadlines().forEach(tx.club()::deadline);
        tx.posts().post(Slot.HUB);
        int here = plan.indexOf(tx.lesson().step());
        int stretch = plan.stretchOf(tx.lesson().step());
        List<Step> left = plan.stepsOf(stretch).stream()
                .filter(step -> plan.indexOf(step.id()) >= here)
                .toList();
        return begin(tx, plan, stretch, left, now);
    }

    private Moves.Result begin(LessonTransaction tx, LessonPlan plan, int stretch, List<Step> steps, Instant now) {
        List<Round> opened = tx.rounds();
        boolean any = false;
        for (Step step : steps) {
            int there = (int) opened.stream()
                    .filter(round -> round.step().equals(step.id()))
                    .count();
            any |= open(tx, step, there);
        }
        if (!any) {
            return begin(tx, plan, stretch + 1, now);
        }
        tx.at(steps.get(0).id(), 1, now);
        tx.posts().repost(Slot.HUB);
        return Moves.Result.MADE;
    }

    /** @return whether any round of the step could be opened beside those that there are */
    private boolean open(LessonTransaction tx, Step step, int there) {
        for (int number = there + 1; number <= step.rounds(); number++) {
            Optional<String> deal = scenes.deal(tx, step, number, WHATEVER);
            if (deal.isEmpty()) {
                return number > there + 1;
            }
            tx.deal(step.id(), number, deal.get());
        }
        return there < step.rounds();
    }

    private static Moves.Result end(LessonTransaction tx, Instant now) {
        tx.club().closeRounds();
        tx.status(Lesson.Status.ENDED, now);
        tx.posts().refreshRoom();
        for (String slot : List.of(Slot.SUMMARY, Slot.OVER)) {
            tx.posts().post(slot);
            tx.posts().repost(slot);
        }
        return Moves.Result.ENDED;
    }

    /** Puts off the end of this stretch and of all that follow. */
    private static void shift(LessonTransaction tx, int stretch, Duration by) {
        for (Deadline deadline : tx.club().deadlines()) {
            if (deadline.stretch() >= stretch) {
                tx.club()
                        .deadline(new Deadline(deadline.stretch(), deadline.at().plus(by)));
            }
        }
    }

    /** Puts off by the pause what was not typed in it. What would come no sooner than a typed end after it comes halfway to that. */
    private static Moves.Result resume(LessonTransaction tx, int stretch, Instant now) {
        Instant paused = tx.club().pausedAt().orElse(now);
        Set<Integer> typed = tx.club().typedInPause();
        List<Deadline> ends = tx.club().deadlines();
        Instant next = Instant.MAX;
        for (int i = ends.size() - 1; i >= 0 && ends.get(i).stretch() >= stretch; i--) {
            LocalMoment end = ends.get(i).at();
            if (!typed.contains(ends.get(i).stretch())) {
                end = end.plus(LocalMoment.between(paused, now, end.zone()));
                end = end.instant().isBefore(next)
                        ? end
                        : LocalMoment.of(now.plus(Duration.between(now, next).dividedBy(2)), end.zone());
                tx.club().deadline(new Deadline(ends.get(i).stretch(), end));
            }
            next = end.instant();
        }
        tx.status(Lesson.Status.RUNNING, now);
        return Moves.Result.MADE;
    }

    /** When the stretch that a club is in ends. */
    static Optional<Instant> end(LessonTransaction tx, int stretch) {
        return tx.club().deadlines().stream()
                .filter(deadline -> deadline.stretch() == stretch)
                .map(deadline -> deadline.at().instant())
                .findFirst();
    }

    /** Puts the end of a stretch that is not over elsewhere, between those of the stretches before and after it. */
    private static Moves.Result until(LessonTransaction tx, int stretch, LocalMoment at, Instant now) {
        boolean fits = at.instant().isAfter(now)
                && stretch >= 0
                && stretch < tx.club().deadlines().size()
                && tx.club().deadlines().stream().allMatch(other -> isApart(other, stretch, at.instant()))
                && !(tx.lesson().running()
                        && end(tx, stretch).filter(now::isBefore).isEmpty());
        if (fits) {
            tx.club().deadline(new Deadline(stretch, at));
            if (!tx.lesson().running()) {
                tx.club().typed(stretch);
            }
        }
        return fits ? Moves.Result.MADE : Moves.Result.NOWHERE;
    }

    private static boolean isApart(Deadline other, int stretch, Instant at) {
        Instant end = other.at().instant();
        return other.stretch() == stretch || (other.stretch() > stretch ? at.isBefore(end) : at.isAfter(end));
    }

    /** A club that is over goes on in the stretch in which it ended; the stretches that it did not come to are put off by as much. */
    private static Moves.Result reopen(LessonTransaction tx, int stretch, LocalMoment at, Instant now) {
        if (!at.instant().isAfter(now)) {
            return Moves.Result.NOWHERE;
        }
        if (tx.club().isRoomTaken()) {
            return Moves.Result.OCCUPIED;
        }
        tx.club().deadlines().stream()
                .filter(deadline -> deadline.stretch() == stretch)
                .map(Deadline::at)
                .map(end -> LocalMoment.between(end.instant(), at.instant(), end.zone()))
                .filter(by -> !by.isNegative())
                .forEach(by -> shift(tx, stretch + 1, by));
        tx.club().deadline(new Deadline(stretch, at));
        tx.club().openRounds();
        // It goes on until the end that was given, though everybody may be through with it already.
        tx.club().endsEarly(false);
        tx.status(Lesson.Status.RUNNING, now);
        tx.posts().refreshRoom();
        tx.posts().repost(Slot.HUB);
        return Moves.Result.MADE;
    }
}
