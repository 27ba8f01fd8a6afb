package org.lessonbot.engine.standing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * Where a lesson can go from where it is. Pure.
 *
 * @param rounds all rounds opened so far
 * @param reveals whether a step's rounds end in a reveal
 */
public record Course(LessonPlan plan, List<Round> rounds, Predicate<Step> reveals) {

    /** What comes next for a lesson. */
    public sealed interface Onward {}

    /** Stays, and shows the answers. */
    public record RevealHere(Round round) implements Onward {}

    /** Opens a round that was never opened. */
    public record OpenNew(Step step, int number) implements Onward {}

    /** Comes back to a round. */
    public record Return(Round round) implements Onward {}

    /** There is nothing more. */
    public record Over() implements Onward {}

    /** The next thing there is: the reveal, the next round, the next step, the end. */
    public Onward next(String stepId, int number) {
        Step step = step(stepId);
        Optional<Round> here = round(stepId, number);
        if (here.isPresent() && awaitsReveal(here.get())) {
            return new RevealHere(here.get());
        }
        Optional<Round> later = round(stepId, number + 1);
        if (later.isPresent()) {
            return new Return(later.get());
        }
        return number < step.rounds() ? new OpenNew(step, number + 1) : leave(stepId);
    }

    /** The first round of the step after this one. */
    public Onward leave(String stepId) {
        int following = plan.indexOf(stepId) + 1;
        if (following >= plan.steps().size()) {
            return new Over();
        }
        Step step = plan.steps().get(following);
        return round(step.id(), 1).<Onward>map(Return::new).orElseGet(() -> new OpenNew(step, 1));
    }

    /** One more round of this step, behind all it had. */
    public OpenNew again(String stepId) {
        return new OpenNew(step(stepId), last(stepId).map(Round::number).orElse(0) + 1);
    }

    /** The round before, if there is one. */
    public Optional<Round> back(String stepId, int number) {
        if (number > 1) {
            return round(stepId, number - 1);
        }
        for (int i = plan.indexOf(stepId) - 1; i >= 0; i--) {
            Optional<Round> last = last(plan.steps().get(i).id());
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** Whether a round has answers that are still hidden. */
    public boolean awaitsReveal(Round round) {
        return round.phase() == Phase.OPEN && round.revealedAt().isEmpty() && reveals.test(step(round.step()));
    }

    public Optional<Round> round(String step, int number) {
        return rounds.stream()
                .filter(round -> round.number() == number && round.step().equals(step))
                .findFirst();
    }

    private Optional<Round> last(String step) {
        return rounds.stream()
                .filter(round -> round.step().equals(step))
                .reduce((a, b) -> a.number() > b.number() ? a : b);
    }

    private Step step(String id) {
        return plan.steps().get(plan.indexOf(id));
    }
}
