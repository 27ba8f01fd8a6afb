package org.lessonbot.activity;

import java.util.List;

/** How far an activity looks: which entries and rounds are read for it. */
public enum Reach {
    /** What this person and their group entered in this round: what a click needs. */
    OWN,
    /** All entries of this round. */
    ROUND,
    /** All entries of this step. */
    STEP,
    /** All entries of the lesson. */
    LESSON;

    /** Those of a lesson's rounds that are looked at from this one. */
    public List<Dealt<?>> of(List<Dealt<?>> rounds, Dealt<?> here) {
        return switch (this) {
            case LESSON -> rounds;
            case STEP ->
                rounds.stream()
                        .filter(other ->
                                other.round().step().equals(here.round().step()))
                        .<Dealt<?>>map(other -> other)
                        .toList();
            case ROUND, OWN -> List.of(here);
        };
    }
}
