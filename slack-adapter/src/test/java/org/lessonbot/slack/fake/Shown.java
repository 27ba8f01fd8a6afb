package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers the texts of blocks as a reader meets them. */
final class Shown {
    private static final Set<String> CAPTIONS = Set.of("alt_text", "label", "hint", "title", "placeholder");

    private Shown() {}

    static String in(JsonArray blocks) {
        return String.join("\n", texts(blocks));
    }

    /** All texts below this element; an option's value or an action's id is none. */
    static List<String> texts(JsonElement element) {
        List<String> found = new ArrayList<>();
        gather(element, found);
        return found;
    }

    private static void gather(JsonElement element, List<String> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> gather(each, found));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            object.entrySet().forEach(entry -> {
                boolean isText = entry.getKey().equals("text") || CAPTIONS.contains(entry.getKey());
                if (isText && entry.getValue().isJsonPrimitive()) {
                    found.add(entry.getValue().getAsString());
                } else {
                    gather(entry.getValue(), found);
                }
            });
        }
    }
}
