package org.lessonbot.activity.close;

import java.util.List;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Scene;
import org.lessonbot.lesson.Entries;

/** The rounds that the close looks back on. */
final class Rounds {
    private Rounds() {}

    /** Rounds whose answers everybody has seen: at the end of a club all of them. */
    static <D> List<Dealt<D>> revealed(Scene<?, ?> scene, Class<D> type) {
        return scene.all(type).stream()
                .filter(dealt -> scene.alone() || dealt.round().revealedAt().isPresent())
                .toList();
    }

    static Entries entries(Scene<?, ?> scene, Dealt<?> dealt) {
        return scene.entries().round(dealt.round().step(), dealt.round().number());
    }
}
