package org.lessonbot.activity;

import java.util.List;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * What an activity deals the next round from.
 *
 * @param rounds all rounds within the activity's {@link Reach}, this step's and for {@link Reach#LESSON} all others too
 * @param entries within the same reach
 */
public record Dealing<C, D>(
        LessonPlan plan, Step step, C content, Bank bank, List<Dealt<?>> rounds, Roster roster, Entries entries) {
    public Dealing {
        rounds = List.copyOf(rounds);
    }

    /** What this step dealt so far, oldest first. */
    public List<D> earlier(Class<D> type) {
        return rounds.stream()
                .filter(dealt -> dealt.round().step().equals(step.id()))
                .map(dealt -> type.cast(dealt.deal()))
                .toList();
    }

    /** All deals of this type in the lesson, oldest first. */
    public <X> List<Dealt<X>> all(Class<X> type) {
        return Scene.ofType(rounds, type);
    }
}
