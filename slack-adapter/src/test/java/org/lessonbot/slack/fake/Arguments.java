package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call of the Web API says.
 *
 * @param caller the workspace whose bot calls, none for the app's own calls
 * @param form the form's fields
 */
record Arguments(Optional<Workspace> caller, Map<String, String> form) {
    /** Reads {@code application/x-www-form-urlencoded}. */
    static Map<String, String> decode(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                form.put(plain(parts[0]), parts.length == 2 ? plain(parts[1]) : "");
            }
        }
        return form;
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    Workspace workspace() {
        return caller.orElseThrow(() -> new SlackError("not_allowed_token_type"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(form.get(name)).filter(value -> !value.isEmpty());
    }

    String need(String name) {
        return find(name)
                .orElseThrow(
                        () -> new SlackError("invalid_arguments", List.of("[ERROR] missing required field: " + name)));
    }

    /** A yes or no as Slack's clients send it; nothing else is one. */
    boolean flag(String name, boolean otherwise) {
        return find(name)
                .map(value -> switch (value) {
                    case "1", "true" -> true;
                    case "0", "false" -> false;
                    default -> throw new SlackError("invalid_arguments", List.of("[ERROR] not a boolean: " + name));
                })
                .orElse(otherwise);
    }

    List<String> names(String name) {
        return find(name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    Optional<JsonArray> array(String name, String error) {
        return find(name)
                .map(text -> Json.parse(text)
                        .filter(JsonElement::isJsonArray)
                        .map(JsonElement::getAsJsonArray)
                        .orElseThrow(() -> new SlackError(error)));
    }

    JsonObject object(String name) {
        return Json.parse(need(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseThrow(() -> new SlackError("invalid_arguments", List.of("[ERROR] not JSON: " + name)));
    }
}
