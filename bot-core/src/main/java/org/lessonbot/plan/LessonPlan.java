package org.lessonbot.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as data: its steps in order.
 *
 * @param id kebab-case, the same as its folder's name
 * @param language of its texts, a BCP 47 tag; the words around them are taken from the same language
 * @param minutes how long it lasts in a class that leaves out what is optional: that long its steps take together
 * @param responses which it wants; unless it says so, any
 * @param stretches how a club divides it, in the order of the steps; empty if it is for classes alone
 * @param optional the ids of steps that a class leaves out unless its teacher adds them
 * @param whole the hash of the edition from which a class may add steps that this one leaves out; empty if it leaves out none
 */
public record LessonPlan(
        String id,
        String title,
        String summary,
        String language,
        int minutes,
        @Nullable Responses responses,
        List<Step> steps,
        List<Stretch> stretches,
        List<String> optional,
        String whole) {
    public LessonPlan {
        steps = List.copyOf(steps);
        stretches = List.copyOf(stretches);
        optional = List.copyOf(optional);
    }

    /** A plan of which nothing is optional. */
    public LessonPlan(
            String id,
            String title,
            String summary,
            String language,
            int minutes,
            @Nullable Responses responses,
            List<Step> steps,
            List<Stretch> stretches) {
        this(id, title, summary, language, minutes, responses, steps, stretches, List.of(), "");
    }

    /** A plan that takes any responses. */
    public LessonPlan(
            String id,
            String title,
            String summary,
            String language,
            int minutes,
            List<Step> steps,
            List<Stretch> stretches) {
        this(id, title, summary, language, minutes, Responses.ANY, steps, stretches);
    }

    /** The same for classes alone. */
    public LessonPlan(String id, String title, String summary, String language, int minutes, List<Step> steps) {
        this(id, title, summary, language, minutes, steps, List.of());
    }

    /** Lessons that an earlier version kept do not say. */
    @Override
    public Responses responses() {
        return responses == null ? Responses.ANY : responses;
    }

    /** The same with these steps. */
    public LessonPlan with(List<Step> steps) {
        return new LessonPlan(id, title, summary, language, minutes, responses, steps, stretches, optional, whole);
    }

    /** The same that wants these responses. */
    public LessonPlan with(Responses wanted) {
        return new LessonPlan(id, title, summary, language, minutes, wanted, steps, stretches, optional, whole);
    }

    /** As a class takes it: without what is optional, which may be added again from {@code whole}. */
    public LessonPlan inClass(String whole) {
        List<Step> usual =
                steps.stream().filter(step -> !optional.contains(step.id())).toList();
        return new LessonPlan(id, title, summary, language, minutes, responses, usual, stretches, optional, whole);
    }

    /** The optional steps that are left out now, in their order. */
    public List<String> leftOut() {
        return whole.isEmpty()
                ? List.of()
                : optional.stream().filter(id -> step(id).isEmpty()).toList();
    }

    /**
     * The same with one of the steps that it left out: where the whole plan has it, or right behind the step that the lesson is at if that
     * is past.
     *
     * @param from the whole plan
     * @param here the step that the lesson is at
     */
    public LessonPlan adding(String id, LessonPlan from, String here) {
        Step added = from.step(id).orElseThrow();
        List<Step> more = new ArrayList<>(steps);
        int place = (int) steps.stream()
                .filter(step -> from.indexOf(step.id()) < from.indexOf(id))
                .count();
        more.add(Math.max(place, indexOf(here) + 1), added);
        return with(more);
    }

    /** The number of the stretch that a step belongs to, from 0. */
    public int stretchOf(String step) {
        int place = indexOf(step);
        int stretch = 0;
        while (stretch + 1 < stretches.size()
                && indexOf(stretches.get(stretch + 1).from()) <= place) {
            stretch++;
        }
        return stretch;
    }

    /** The steps of a stretch. */
    public List<Step> stepsOf(int stretch) {
        return steps.stream().filter(step -> stretchOf(step.id()) == stretch).toList();
    }

    /** Minutes that its steps take together; where none of them has a time of its own, all that it lasts. */
    public int planned() {
        int together = steps.stream().mapToInt(Step::minutes).sum();
        return together == 0 ? minutes : together;
    }

    /** The step with this id, if the plan has it. */
    public Optional<Step> step(String id) {
        // By hand, because every click asks for it several times.
        for (Step step : steps) {
            if (step.id().equals(id)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The place of a step, from 0. */
    public int indexOf(String id) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the plan " + this.id + " has no step " + id);
    }
}
