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
 * What stood there when a form of whoever leads was opened. Several may lead: where it is otherwise when the form is sent, nothing is
 * overwritten, and what was written comes back beside what stands there now.
 *
 * @param now what stands there, in words
 */
record Begun(Lesson lesson, String now) {
    /** Goes into the id of the form. */
    String mark() {
        return Code.of(lesson, now);
    }

    /** @param mark of the form; empty for one of a time when forms had none */
    boolean isOld(String mark) {
        return !mark.isEmpty() && !mark.equals(mark());
    }

    /** @param again opens the form as it stands now */
    Reply refuse(Interaction.Act act, Action again, Words words) {
        Message changed = Message.of(
                new Block.Quote(words.say("edit.meanwhile"), now.isEmpty() ? words.say("edit.none") : now, ""),
                Block.Buttons.of(Button.primary(again, words.say("edit.again"))));
        return Reply.giveBack(Reply.whisper(changed), act, words);
    }
}
