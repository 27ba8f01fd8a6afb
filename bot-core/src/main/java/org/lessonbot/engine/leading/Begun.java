package org.lessonbot.engine.leading;

import org.lessonbot.activity.Code;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;

/**
 * What stood there when a form was opened that is about the lesson as a whole. Where it is otherwise when the form is sent, by
 * somebody else who leads or in another window, nothing is overwritten, and what was written comes back beside what stands there now.
 *
 * @param now what stands there, in words
 */
public record Begun(Lesson lesson, String now) {
    /** Goes into the id of the form. */
    public String mark() {
        return Code.of(lesson, now);
    }

    /** @param mark of the form; empty for one of a time when forms had none */
    public boolean isOld(String mark) {
        return !mark.isEmpty() && !mark.equals(mark());
    }

    /** @param again opens the form as it stands now */
    public Reply refuse(Interaction.Act act, Action again, Words words) {
        Message changed = Message.of(
                new Block.Quote(words.say("edit.meanwhile"), now.isEmpty() ? words.say("edit.none") : now, ""),
                Block.Buttons.of(Button.primary(again, words.say("edit.again"))));
        return Reply.giveBack(Reply.whisper(changed), act, words);
    }
}
