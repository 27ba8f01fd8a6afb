package org.lessonbot.activity.shift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.activity.Code;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Tastes;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.reward.Axis;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Learned;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.RewardModel;

/**
 * Two models of one class, each of one half of it, drawn by chance: what a model learns depends on who was asked.
 *
 * @param pairs on how many both were asked
 * @param differ on how many of them they favour different responses
 */
record Halves(RewardModel one, RewardModel other, int pairs, int differ) {

    /** An axis, and what each half has learned about it. */
    record Apart(Axis axis, Learned one, Learned other) {
        double distance() {
            return Math.abs(one.share() - other.share());
        }

        /** Whether it may be chance: each range reaches the other's middle. */
        boolean mayBeChance() {
            return one.low() <= other.share() && other.share() <= one.high()
                    || other.low() <= one.share() && one.share() <= other.high();
        }
    }

    /**
     * Nothing where either half would be too few to say, however they are paced: a model of few speaks of each of them.
     *
     * @param pairs all that the class has chosen in these rounds
     */
    static Optional<Halves> of(Scene<?, ?> scene, List<Dealt<?>> rounds, List<Choice> pairs, Lexicon lexicon) {
        Predicate<String> first =
                owner -> Code.of(scene.lesson(), "half/" + owner).charAt(0) < '8';
        Tastes one = half(scene, rounds, lexicon, first);
        Tastes other = half(scene, rounds, lexicon, first.negate());
        if (Math.min(one.people(), other.people()) < Lesson.ENOUGH) {
            return Optional.empty();
        }
        RewardModel ofOne = one.model();
        RewardModel ofOther = other.model();
        int differ = (int) pairs.stream()
                .filter(pair -> favour(ofOne, pair) * favour(ofOther, pair) < 0)
                .count();
        return Optional.of(new Halves(ofOne, ofOther, pairs.size(), differ));
    }

    private static Tastes half(Scene<?, ?> scene, List<Dealt<?>> rounds, Lexicon lexicon, Predicate<String> owner) {
        return Tastes.of(rounds, scene.entries().where(entry -> owner.test(entry.owner())), scene.bank(), lexicon);
    }

    private static double favour(RewardModel model, Choice pair) {
        return model.reward(pair.first()) - model.reward(pair.second());
    }

    /** About what they are farthest apart. */
    Optional<Apart> farthest() {
        List<Learned> others = other.learned();
        return one.learned().stream()
                .flatMap(mine -> others.stream()
                        .filter(theirs -> theirs.axis().equals(mine.axis()))
                        .map(theirs -> new Apart(mine.axis(), mine, theirs)))
                .max(Comparator.comparingDouble(Apart::distance));
    }
}
