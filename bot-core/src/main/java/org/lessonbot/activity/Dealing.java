package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;
import org.lessonbot.draft.Brought;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * What an activity deals the next round from.
 *
 * @param rounds all rounds of the lesson so far, oldest first
 * @param brought a prompt for this round that comes from no bank
 * @param entries of the lesson for an activity that is dealt from it, else of this step
 */
public record Dealing<C, D>(
        Lesson lesson,
        LessonPlan plan,
        Step step,
        C content,
        Bank bank,
        List<Dealt<?>> rounds,
        Roster roster,
        Entries entries,
        Optional<Brought> brought) {
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

    /** The round of a step that has only one. */
    public Optional<NoDeal> once() {
        boolean dealt = rounds.stream().anyMatch(one -> one.round().step().equals(step.id()));
        return dealt ? Optional.empty() : Optional.of(NoDeal.NONE);
    }

    /** All deals of this type in the lesson, oldest first. */
    public <X> List<Dealt<X>> all(Class<X> type) {
        return Scene.ofType(rounds, type);
    }
}
