package org.lessonbot.engine.standing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Interaction;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.Basis;

/**
 * What an act is judged by.
 *
 * @param entries as far as the activity looks
 * @param kept the same of whoever acts and their group, by owner, where it looks no further; whatever is written by it is
 *     compared with it
 * @param sure whether it has been read for this act; otherwise it is remembered, and an answer that writes nothing is not to be
 *     given by it
 */
public record Look(Standing standing, Entries entries, Map<String, Entries> kept, boolean sure) {
    /** What has to be so still when these entries, which follow from somebody's act on a round, are written. */
    public Basis basis(Round round, Actor actor, List<Keep> entries) {
        boolean known =
                standing.lesson().running() && entries.stream().allMatch(entry -> entry.phase() == round.phase());
        return new Basis(
                actor.teacher() ? Optional.empty() : Optional.of(seat(round.step(), actor.id())),
                kept,
                known ? OptionalLong.of(standing.version().moves()) : OptionalLong.empty());
    }

    private Basis.Seat seat(String step, String person) {
        Pairing pairing = standing.step(step).pairing();
        int group = standing.roster().group(pairing, person).map(Group::number).orElse(0);
        return new Basis.Seat(pairing, group, standing.version().roster());
    }

    /** What follows from an act on a round. */
    public Outcome judge(Dealt<?> round, Actor actor, Interaction.Act act) {
        return judge(Activities.of(standing.step(round.round().step()).activity()), round, actor, act);
    }

    private <C, D> Outcome judge(Activity<C, D> activity, Dealt<?> round, Actor actor, Interaction.Act act) {
        Scene<C, D> scene = Scenes.scene(
                activity,
                standing,
                standing.lesson(),
                round,
                entries,
                activity.traits().judgedBy());
        return activity.handle(scene, actor, act);
    }
}
