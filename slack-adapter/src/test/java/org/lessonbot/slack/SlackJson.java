package org.lessonbot.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/** JSON as people read it, the same in every run. */
final class SlackJson {
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private SlackJson() {}

    static String pretty(JsonElement json) {
        return PRETTY.toJson(json)
                .replaceAll("\"slack\\d+\"", "\"slack\"")
                .replaceAll("\"timestamp\": \\d+", "\"timestamp\": 0")
                .replaceAll("\"fallback\": \"[^\"]*\"", "\"fallback\": \"\"");
    }
}
