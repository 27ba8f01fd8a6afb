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

/** Two halves of one class, drawn by chance. */
final class Halves {
    private Halves() {}

    /**
     * A model of each. Nothing where either half would be too few to say, however they are paced: a model of few speaks of each of them.
     *
     * @param pairs all that the class has chosen in these rounds
     */
    static Optional<TwoModels> of(Scene<?, ?> scene, List<Dealt<?>> rounds, List<Choice> pairs, Lexicon lexicon) {
        Predicate<String> first =
                owner -> Code.of(scene.lesson(), "half/" + owner).charAt(0) < '8';
        Tastes one = half(scene, rounds, lexicon, first);
        Tastes other = half(scene, rounds, lexicon, first.negate());
        return Math.min(one.people(), other.people()) < Lesson.ENOUGH
                ? Optional.empty()
                : Optional.of(TwoModels.of(one.model(), other.model(), pairs));
    }

    private static Tastes half(Scene<?, ?> scene, List<Dealt<?>> rounds, Lexicon lexicon, Predicate<String> owner) {
        return Tastes.of(rounds, scene.entries().where(entry -> owner.test(entry.owner())), scene.bank(), lexicon);
    }
}
