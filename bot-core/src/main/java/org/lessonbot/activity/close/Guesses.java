package org.lessonbot.activity.close;

import java.util.List;
import java.util.Optional;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.report.ConfusionMatrix;
import org.lessonbot.report.Tally;

/** What the class took for what in Stage Matcher. */
record Guesses(StageContent content, ConfusionMatrix<String> matrix) {
    /** Of these rounds; nothing if nobody guessed in any. */
    static Optional<Guesses> of(Scene<?, ?> scene, List<Dealt<StageDeal>> rounds) {
        if (rounds.isEmpty()
                || !(scene.plan()
                                .step(rounds.get(0).round().step())
                                .orElseThrow()
                                .content()
                        instanceof StageContent content)) {
            return Optional.empty();
        }
        ConfusionMatrix<String> matrix = ConfusionMatrix.empty(
                content.stages().stream().map(StageContent.Stage::id).toList());
        for (Dealt<StageDeal> round : rounds) {
            var guesses = scene.of(round).byOwner(StageMatch.GUESS).values();
            matrix = matrix.plus(round.deal().shown(), Tally.of(guesses));
        }
        return matrix.total() == 0 ? Optional.empty() : Optional.of(new Guesses(content, matrix));
    }

    String name(String stage) {
        return content.name(stage);
    }
}
