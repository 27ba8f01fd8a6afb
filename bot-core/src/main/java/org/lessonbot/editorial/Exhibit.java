package org.lessonbot.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceContent;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.shift.Shift;
import org.lessonbot.activity.shift.ShiftContent;
import org.lessonbot.activity.shift.ShiftDeal;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * An item as one step of a lesson shows it: drawn by the activity itself, so that what an editor sees is what a class sees.
 *
 * @param deal one way to deal the item
 * @param fields the fields that people answer in
 * @param choices what they may answer
 */
public record Exhibit<C, D>(
        LessonPlan plan,
        Step step,
        Activity<C, D> activity,
        C content,
        D deal,
        List<String> fields,
        List<String> choices) {
    private static final int ROUND = 99;

    /** Every way in which a lesson may show this item: for each step that draws from its bank, whichever response is shown. */
    public static List<Exhibit<?, ?>> of(LessonPlan plan, Item item) {
        List<Exhibit<?, ?>> exhibits = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.content() instanceof StageContent content && content.bank().equals(item.bank())) {
                List<String> choices = List.copyOf(content.names().keySet());
                choices.forEach(shown -> exhibits.add(new Exhibit<>(
                        plan,
                        step,
                        new StageMatch(),
                        content,
                        new StageDeal(item, shown),
                        List.of(StageMatch.GUESS),
                        choices)));
            }
            if (step.content() instanceof PreferenceContent content
                    && content.bank().equals(item.bank())) {
                // An item has two responses at least.
                String a = item.keys().get(0);
                String b = item.keys().get(1);
                exhibits.add(new Exhibit<>(
                        plan,
                        step,
                        new Preference(),
                        content,
                        new PreferenceDeal(item, a, b),
                        List.of(Preference.VOTE, Preference.REVOTE),
                        List.of(a, b, Preference.TIE)));
            }
            if (step.content() instanceof ShiftContent content && content.bank().equals(item.bank())) {
                String a = item.keys().get(0);
                String b = item.keys().get(1);
                exhibits.add(new Exhibit<>(
                        plan,
                        step,
                        new Shift(),
                        content,
                        new ShiftDeal(List.of(item.id())),
                        List.of(),
                        List.of(a, b, Preference.TIE)));
            }
        }
        return exhibits;
    }

    /** The responses without which the item cannot be shown. */
    public List<String> responses() {
        return choices.stream().filter(choice -> !choice.equals(Preference.TIE)).toList();
    }

    /** What people see while they answer. */
    public Message question(Words words, Audience audience) {
        Drawing<C, D> drawing = drawing(words, audience, Lesson.Pace.LIVE, Phase.OPEN);
        // In a shift only whoever rates a pair sees it.
        return activity instanceof Shift ? drawing.person(Audience.person(0)) : drawing.room();
    }

    /** What the room sees when everybody in the audience has answered. */
    public Message reveal(Words words, Audience audience) {
        return drawing(words, audience, Lesson.Pace.LIVE, Phase.REVEALED).room();
    }

    /** All that somebody sees who goes at their own pace and has answered, with the longest reason of somebody else. */
    public Message alone(Words words, Audience audience) {
        Reason longest = new Reason("", choices.get(1), "w".repeat(Reasoned.REASON_LIMIT));
        return drawing(words, audience, Lesson.Pace.SELF, Phase.OPEN).person(Audience.person(0), Optional.of(longest));
    }

    private Drawing<C, D> drawing(Words words, Audience audience, Lesson.Pace pace, Phase phase) {
        Round round = Walk.round(step, ROUND, phase);
        Roster roster = audience.roster(step);
        Entries answers = audience.answers(round, fields, choices);
        Scene<C, D> scene = new Scene<>(
                Walk.lesson(plan, step, pace, ROUND),
                plan,
                Bank.EMPTY,
                step,
                content,
                round,
                deal,
                List.of(),
                roster,
                answers,
                words);
        return new Drawing<>(activity, scene);
    }
}
