package org.lessonbot.engine.drawing;

import java.util.List;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Suggestions;

/** The buttons about prompts that a class suggests for the models. */
final class SuggestionViews {
    private SuggestionViews() {}

    /** What stands on the console. */
    static List<Button> buttons(Suggestions suggestions, Standing standing) {
        Lesson lesson = standing.lesson();
        Words words = standing.words();
        boolean may = suggestions.mayBeMade(lesson.id(), lesson.step());
        int waiting = suggestions.all(lesson.id(), lesson.step()).size();
        Button toggle = Button.plain(
                action(lesson, DraftViews.LET + (may ? "no" : "yes")), words.say(may ? "suggest.stop" : "suggest.let"));
        return waiting == 0
                ? List.of(toggle)
                : List.of(
                        toggle,
                        Button.plain(action(lesson, DraftViews.LIST + "0"), words.say("suggest.waiting", waiting)));
    }

    /** What stands below the round that a class is at. */
    static Message button(Suggestions suggestions, Lesson lesson, Words words) {
        return suggestions.mayBeMade(lesson.id(), lesson.step())
                ? Message.of(Block.Buttons.of(
                        Button.plain(Action.of(lesson.id(), Verb.SUGGEST, ""), words.say("suggest.do"))))
                : Message.of();
    }

    private static Action action(Lesson lesson, String argument) {
        return Action.of(lesson.id(), Verb.DRAFT, argument);
    }
}
