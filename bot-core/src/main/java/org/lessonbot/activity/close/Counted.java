package org.lessonbot.activity.close;

import java.util.List;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Scene;

/**
 * The rounds that figures are drawn from. One that too few answered is left out of every sum: it could be told from what was there
 * without it.
 *
 * @param most how many answered the round that most did, whether it is counted or not
 */
record Counted<D>(List<Dealt<D>> rounds, int most) {
    Counted {
        rounds = List.copyOf(rounds);
    }

    /** @param person who looks back; empty for everybody */
    static <D> Counted<D> of(Scene<?, ?> scene, Class<D> type, String person, String field) {
        List<Dealt<D>> past = scene.past(type, person, field);
        return new Counted<>(
                past.stream()
                        .filter(round -> scene.lesson().mayCount(answers(scene, round, field)))
                        .toList(),
                past.stream()
                        .mapToInt(round -> answers(scene, round, field))
                        .max()
                        .orElse(0));
    }

    private static int answers(Scene<?, ?> scene, Dealt<?> round, String field) {
        return scene.of(round).field(field).size();
    }
}
