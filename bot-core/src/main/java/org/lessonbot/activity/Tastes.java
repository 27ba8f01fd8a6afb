package org.lessonbot.activity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lessonbot.activity.shift.ShiftDeal;
import org.lessonbot.lesson.Entries;
import org.lessonbot.plan.Bank;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.RewardModel;

/**
 * All that a class has chosen between two responses, as far as it can be seen: what a reward model of this class learns from. It is
 * counted anew each time, so whoever was erased is not in it any more.
 *
 * @param people who chose in a rater's shift; without one there are too few pairs to learn from
 */
public record Tastes(List<Choice> choices, int people) {
    public Tastes {
        choices = List.copyOf(choices);
    }

    /**
     * Of these rounds.
     *
     * @param entries of the lesson
     */
    public static Tastes of(List<Dealt<?>> rounds, Entries entries, Bank bank, Lexicon lexicon) {
        Set<String> people = new HashSet<>();
        List<Choice> choices = rounds.stream()
                .filter(dealt -> dealt.deal() instanceof Comparing)
                .flatMap(dealt -> {
                    Entries here =
                            entries.round(dealt.round().step(), dealt.round().number());
                    if (dealt.deal() instanceof ShiftDeal shift) {
                        people.addAll(shift.raters(here));
                    }
                    return ((Comparing) dealt.deal()).choices(bank, here, lexicon).stream();
                })
                .toList();
        return new Tastes(choices, people.size());
    }

    /** Whether there was a shift at all. */
    public static boolean mayBeKnown(List<Dealt<?>> rounds) {
        return rounds.stream().anyMatch(dealt -> dealt.deal() instanceof ShiftDeal);
    }

    public RewardModel model() {
        return RewardModel.of(choices);
    }
}
