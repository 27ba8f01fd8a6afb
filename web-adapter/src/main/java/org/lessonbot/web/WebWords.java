package org.lessonbot.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.chat.Words;

/** The sentences that scripts say. */
final class WebWords {
    /** Keys of the locale file below {@code web.script}; an argument is kept as {@code {0}} for the script to fill. */
    private static final List<String> KEYS =
            List.of("live", "offline", "saving", "failed", "only-you", "missing", "ahead", "past");

    private WebWords() {}

    static Map<String, String> ofScripts(Words words) {
        Map<String, String> said = new TreeMap<>();
        KEYS.forEach(key -> said.put(key, words.say("web.script." + key, "{0}")));
        return said;
    }
}
