package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and builds the JSON that travels to and from Slack. */
final class Json {
    private Json() {}

    /** An object of the given names and values; an {@link Optional} that is empty leaves its name out. */
    static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            Object value = namesAndValues[at + 1];
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (present != null) {
                object.add((String) namesAndValues[at], element(present));
            }
        }
        return object;
    }

    static JsonArray array(Stream<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(element(value)));
        return array;
    }

    private static JsonElement element(Object value) {
        if (value instanceof JsonElement element) {
            return element;
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive((String) value);
    }

    static Optional<JsonElement> parse(String text) {
        try {
            return Optional.of(JsonParser.parseString(text));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    static Optional<JsonElement> find(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(found -> !found.isJsonNull());
    }

    static Optional<String> string(JsonObject object, String name) {
        return find(object, name).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }

    static boolean flag(JsonObject object, String name) {
        return string(object, name).map(Boolean::parseBoolean).orElse(false);
    }

    static Optional<JsonObject> child(JsonObject object, String name) {
        return find(object, name).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    }

    static List<JsonObject> children(JsonObject object, String name) {
        return find(object, name)
                .filter(JsonElement::isJsonArray)
                .map(found -> objects(found.getAsJsonArray()))
                .orElse(List.of());
    }

    static List<JsonObject> objects(JsonArray array) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonElement each : array) {
            if (each.isJsonObject()) {
                objects.add(each.getAsJsonObject());
            }
        }
        return objects;
    }
}
