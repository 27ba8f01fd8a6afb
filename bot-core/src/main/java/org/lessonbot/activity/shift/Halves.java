package org.lessonbot.activity.shift;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Tastes;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.TwoModels;

/**
 * Two parts of one class, each with a model of its own: the groups that were named in its last shift, else two halves drawn by chance.
 *
 * @param groups as they were named; nothing where chance drew
 * @param models nothing where either part would be too few to say, however they are paced: a model of few speaks of each of them
 */
record Halves(Optional<Groups.Named> groups, Optional<TwoModels> models) {

    /** @param pairs all that the class has chosen in these rounds */
    static Halves of(Scene<?, ?> scene, List<Dealt<?>> rounds, List<Choice> pairs, Lexicon lexicon) {
        Optional<Groups.Named> groups = rounds.stream()
                .filter(round -> round.deal() instanceof ShiftDeal)
                .flatMap(round -> Groups.of(scene.of(round)).stream())
                .reduce((earlier, later) -> later);
        Predicate<String> first =
                owner -> Code.ofName(scene.lesson(), "half/" + owner).charAt(0) < '8';
        Tastes one =
                part(scene, rounds, lexicon, groups.map(named -> in(named, 1)).orElse(first));
        Tastes other =
                part(scene, rounds, lexicon, groups.map(named -> in(named, 2)).orElse(first.negate()));
        return new Halves(
                groups,
                Math.min(one.people(), other.people()) < Lesson.ENOUGH
                        ? Optional.empty()
                        : Optional.of(TwoModels.of(one.model(), other.model(), pairs)));
    }

    private static Predicate<String> in(Groups.Named groups, int group) {
        return owner -> groups.in(owner, group);
    }

    private static Tastes part(Scene<?, ?> scene, List<Dealt<?>> rounds, Lexicon lexicon, Predicate<String> owner) {
        return Tastes.of(rounds, scene.entries().where(entry -> owner.test(entry.owner())), scene.bank(), lexicon);
    }
}
