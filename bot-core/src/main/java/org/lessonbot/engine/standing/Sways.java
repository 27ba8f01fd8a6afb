package org.lessonbot.engine.standing;

import java.util.List;
import java.util.stream.Stream;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.report.Sway;

/**
 * What swayed people in a club: its facts, put together by the activities that ask for reasons.
 *
 * @param entries of the lesson
 * @param shown in the lesson
 */
public record Sways(Lesson lesson, LessonPlan plan, Roster roster, Entries entries, List<ShownReason> shown) {
    /** Of all rounds in which people keep or change their answer, in their order. */
    public List<Sway> of(List<Round> rounds) {
        return rounds.stream().flatMap(this::of).toList();
    }

    private Stream<Sway> of(Round round) {
        return plan.step(round.step()).map(step -> Activities.of(step.activity())).stream()
                .flatMap(activity -> of(activity, round));
    }

    private <C, D> Stream<Sway> of(Activity<C, D> activity, Round round) {
        if (!(activity instanceof Reasoned<C, D> reasoned) || reasoned.again().isEmpty()) {
            return Stream.empty();
        }
        Entries here = entries.round(round.step(), round.number());
        D deal = Json.read(round.deal(), activity.traits().deal());
        return Sway.of(
                Stop.of(round),
                reasoned.reasons(lesson, deal, here, roster),
                shown,
                here.byOwner(reasoned.commits()),
                here.byOwner(reasoned.again().get()))
                .stream();
    }
}
