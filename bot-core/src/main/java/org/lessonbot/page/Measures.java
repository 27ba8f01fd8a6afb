package org.lessonbot.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.feedback.Feedback;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.report.RawAgreement;
import org.lessonbot.report.Tally;

/**
 * A lesson in a few figures, of what was revealed in it and of nothing else.
 *
 * @param right guesses of a stage that were right, of {@code guesses}
 * @param agreement of everybody with everybody about the better response
 * @param ratings of the lesson, 1 to 5 each; none while it goes on, nor of a club in which too few gave any
 */
record Measures(long right, long guesses, RawAgreement agreement, List<Integer> ratings) {
    Measures {
        ratings = List.copyOf(ratings);
    }

    static Measures of(LessonFacts facts) {
        long right = 0;
        long guesses = 0;
        for (Dealt<StageDeal> dealt : facts.shown(StageDeal.class, StageMatch.GUESS)) {
            Entries here = facts.of(dealt.round());
            right += here.count(StageMatch.GUESS, dealt.deal().shown());
            guesses += here.field(StageMatch.GUESS).size();
        }
        List<Tally<String>> votes = new ArrayList<>();
        for (Dealt<PreferenceDeal> dealt : facts.shown(PreferenceDeal.class, Preference.VOTE)) {
            votes.add(Tally.of(facts.of(dealt.round()).byOwner(Preference.VOTE).values()));
        }
        List<Integer> ratings = facts.goesOn()
                ? List.of()
                : facts.dossier().entries().field(Feedback.RATING).all().stream()
                        .map(Entry::value)
                        .filter(value -> value.matches("[1-5]"))
                        .map(Integer::parseInt)
                        .toList();
        boolean tells = facts.lesson().mayCount(ratings.size());
        return new Measures(right, guesses, RawAgreement.over(votes), tells ? ratings : List.of());
    }

    OptionalDouble shareRight() {
        return guesses == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / guesses);
    }

    OptionalDouble rating() {
        return ratings.stream().mapToInt(Integer::intValue).average();
    }
}
