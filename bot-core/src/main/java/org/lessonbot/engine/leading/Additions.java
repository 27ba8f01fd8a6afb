package org.lessonbot.engine.leading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;

/** Steps that a class leaves out unless its teacher adds them. */
record Additions(Scenes scenes) {
    /**
     * Adds one.
     *
     * @param wanted its id; empty for the first of them
     * @param move makes the move
     */
    Reply add(Lesson lesson, Interaction interaction, String wanted, Function<Move, Reply> move) {
        Words words = scenes.words(lesson);
        List<Step> leftOut = scenes.leftOut(lesson);
        Optional<Step> step = leftOut.stream()
                .filter(one -> wanted.isEmpty() || one.id().equals(wanted))
                .findFirst();
        if (step.isEmpty()) {
            String there = leftOut.stream().map(Step::id).collect(Collectors.joining(", "));
            String why = words.say("engine.nothing-to-add", there.isEmpty() ? "none" : "some", there);
            return Reply.refused(why, interaction.act(), words);
        }
        Reply made = move.apply(new Move.Add(step.get().id()));
        String said = words.say("engine.added", step.get().title(), step.get().minutes());
        return made instanceof Reply.Silent ? Reply.whisper(said) : made;
    }
}
