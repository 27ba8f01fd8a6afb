package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object within the blocks or the view under examination, and where it stands. Complaints are worded as Slack words
 * them, with a JSON pointer to the culprit, and gathered rather than thrown: Slack names all of them at once.
 */
record Part(JsonObject json, String pointer, List<String> complaints) {
    String type() {
        return Json.string(json, "type").orElse("");
    }

    boolean has(String name) {
        return Json.find(json, name).isPresent();
    }

    void complain(String what) {
        complaints.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    private void complain(String name, String what) {
        complaints.add("[ERROR] " + what + " [json-pointer:" + pointer + "/" + name + "]");
    }

    /** Complains of every name that is not among these. */
    void onlyHas(Set<String> names) {
        for (String name : json.keySet()) {
            if (!names.contains(name) && !name.equals("type")) {
                complain("invalid additional property: " + name);
            }
        }
    }

    void requires(String name) {
        if (!has(name)) {
            complain("missing required field: " + name);
        }
    }

    /** A string of 1 to {@code longest} characters, if it is there. */
    Optional<String> string(String name, int longest) {
        Optional<JsonElement> found = Json.find(json, name);
        if (found.isPresent() && Json.string(json, name).isEmpty()) {
            complain(name, "must be a string");
        }
        Optional<String> value = Json.string(json, name);
        value.ifPresent(text -> checkLength(name, text, 1, longest));
        return value;
    }

    /** A string that may be empty, if it is there. */
    void upTo(String name, int longest) {
        Json.string(json, name).ifPresent(text -> checkLength(name, text, 0, longest));
    }

    void number(String name, int least, int most) {
        Json.find(json, name).ifPresent(found -> {
            boolean fits = found.isJsonPrimitive()
                    && found.getAsJsonPrimitive().isNumber()
                    && found.getAsInt() >= least
                    && found.getAsInt() <= most;
            if (!fits) {
                complain(name, "must be a number from " + least + " to " + most);
            }
        });
    }

    private void checkLength(String name, String text, int shortest, int longest) {
        if (text.length() < shortest) {
            complain(name, "must be more than " + (shortest - 1) + " characters");
        }
        if (text.length() > longest) {
            complain(name, "must be less than " + (longest + 1) + " characters");
        }
    }

    /** A text object of type plain_text, if it is there. */
    void plain(String name, int longest) {
        child(name).ifPresent(text -> text.checkText(Set.of("plain_text"), longest));
    }

    /** A text object of either type, if it is there. */
    void text(String name, int longest) {
        child(name).ifPresent(text -> text.checkText(Set.of("plain_text", "mrkdwn"), longest));
    }

    /** Examines this part as a text object. */
    void checkText(Set<String> types, int longest) {
        if (!types.contains(type())) {
            complain("unsupported type: " + type() + ", expected one of " + types);
        }
        onlyHas(type().equals("mrkdwn") ? Set.of("text", "verbatim") : Set.of("text", "emoji"));
        requires("text");
        string("text", longest);
    }

    Optional<Part> child(String name) {
        if (has(name) && Json.child(json, name).isEmpty()) {
            complain(name, "must be an object");
        }
        return Json.child(json, name).map(found -> new Part(found, pointer + "/" + name, complaints));
    }

    /** The objects of an array that holds {@code least} to {@code most} of them; none if it is not there. */
    List<Part> children(String name, int least, int most) {
        Optional<JsonElement> found = Json.find(json, name);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!found.get().isJsonArray()) {
            complain(name, "must be an array");
            return List.of();
        }
        JsonArray array = found.get().getAsJsonArray();
        if (array.size() < least) {
            complain(name, "no fewer than " + least + " items allowed");
        }
        if (array.size() > most) {
            complain(name, "no more than " + most + " items allowed");
        }
        return each(array, pointer + "/" + name, complaints);
    }

    /** The object of this name, if there is one. */
    Optional<Part> object(String name) {
        return Json.child(json, name).map(found -> new Part(found, pointer + "/" + name, complaints));
    }

    /** The objects of an array, if there is one. */
    List<Part> objects(String name) {
        return Json.find(json, name)
                .filter(JsonElement::isJsonArray)
                .map(array -> each(array.getAsJsonArray(), pointer + "/" + name, complaints))
                .orElse(List.of());
    }

    static List<Part> each(JsonArray array, String pointer, List<String> complaints) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            JsonElement element = array.get(at);
            if (element.isJsonObject()) {
                parts.add(new Part(element.getAsJsonObject(), pointer + "/" + at, complaints));
            } else {
                complaints.add("[ERROR] must be an object [json-pointer:" + pointer + "/" + at + "]");
            }
        }
        return parts;
    }
}
