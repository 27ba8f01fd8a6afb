package org.lessonbot.app.settings;

import java.util.List;
import org.lessonbot.chat.Words;

/**
 * A sentence that is not yet in any language.
 *
 * @param key of the sentence
 * @param arguments that go into it
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    public String in(Words words) {
        return words.say(key, arguments.toArray());
    }
}
