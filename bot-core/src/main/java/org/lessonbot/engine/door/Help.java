package org.lessonbot.engine.door;

import java.util.List;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;

/** What can be said to the bot. */
final class Help {
    private Help() {}

    static Reply message(Words words, boolean teacher) {
        List<String> lines = Verb.commands().stream()
                .filter(verb -> teacher || !verb.isForTeachers())
                .map(verb -> words.say("help.line", verb.word(), words.say("command." + verb.word())))
                .toList();
        return Reply.whisper(Message.of(
                new Block.Heading(words.say("help.title")),
                new Block.Text(words.say("help.how")),
                new Block.Items(lines)));
    }
}
