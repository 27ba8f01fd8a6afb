package org.lessonbot.engine.drafting;

import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.OwnItem;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;

/** A prompt as somebody types it for the models: into a form, or behind a command. */
final class TypedPrompt {
    /** Of the form's field, and of the command's option. */
    static final String NAME = "prompt";

    private TypedPrompt() {}

    static Form.Field field(Words words, String value) {
        return Form.Field.line(NAME, words.say("item.prompt"), "", value, true, OwnItem.PROMPT_LENGTH);
    }

    /** Why it cannot be taken, at its field where a form asked for it; nothing if it can. */
    static Optional<Reply> refusal(String prompt, Interaction.Act act, Words words) {
        if (!prompt.isEmpty() && prompt.length() <= OwnItem.PROMPT_LENGTH) {
            return Optional.empty();
        }
        String why = prompt.isEmpty() ? words.say("own.missing") : words.say("too-long", OwnItem.PROMPT_LENGTH);
        Reply said = act instanceof Interaction.Submit ? new Reply.FixForm(Map.of(NAME, why)) : Reply.whisper(why);
        return Optional.of(Reply.giveBack(said, act, words));
    }
}
