package org.lessonbot.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.chat.Words;

/** The sentences that scripts say. */
final class WebWords {
    private static final String PREFIX = "web.script.";
    private static final List<String> KEYS = List.of(
            "web.script.live",
            "web.script.offline",
            "web.script.saving",
            "web.script.failed",
            "web.script.broken",
            "web.script.entrance",
            "web.script.elsewhere",
            "web.script.only-you",
            "web.script.missing",
            "web.script.renew-unheard",
            "web.script.ahead",
            "web.script.past");

    private WebWords() {}

    /** By the rest of their keys; an argument stays {@code {0}}, for the script to fill. */
    static Map<String, String> ofScripts(Words words) {
        Map<String, String> said = new TreeMap<>();
        KEYS.forEach(key -> said.put(key.substring(PREFIX.length()), words.say(key, "{0}")));
        return said;
    }
}
