package org.lessonbot.app.settings;

import org.lessonbot.chat.Words;

/**
 * Something in the configuration that is not as it should be.
 *
 * @param key the setting's name as it was written
 * @param where the file and line, or the variable
 * @param found what is there; never a secret
 * @param expected what should be
 */
public record Fault(String key, Phrase where, Phrase found, Phrase expected) {
    public String in(Words words) {
        return words.say("cli.fault", key, where.in(words), found.in(words), expected.in(words));
    }
}
