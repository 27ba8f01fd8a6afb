package org.lessonbot.activity;

import java.util.List;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;

/** A round and what was dealt for it. */
public record Dealt<D>(Round round, D deal) {
    /** Rounds of a lesson with what was dealt for each, in their order. */
    public static List<Dealt<?>> of(Edition edition, List<Round> rounds) {
        return rounds.stream().<Dealt<?>>map(round -> of(edition, round)).toList();
    }

    private static Dealt<?> of(Edition edition, Round round) {
        String kind = edition.plan().step(round.step()).orElseThrow().activity();
        return new Dealt<>(
                round, Json.read(round.deal(), Activities.of(kind).traits().deal()));
    }
}
