package org.lessonbot.plan;

import java.util.List;
import java.util.Optional;

/**
 * A lesson as data: its steps in order.
 *
 * @param id kebab-case, the same as its folder's name
 * @param language of its texts, a BCP 47 tag; the words around them are taken from the same language
 * @param minutes how long it lasts in class
 */
public record LessonPlan(String id, String title, String summary, String language, int minutes, List<Step> steps) {
    public LessonPlan {
        steps = List.copyOf(steps);
    }

    /** The step with this id, if the plan has it. */
    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
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
