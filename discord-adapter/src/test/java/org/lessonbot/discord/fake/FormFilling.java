package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in a form as the client does, which submits nothing that breaks a field's own limits. */
final class FormFilling {
    private FormFilling() {}

    /** The {@code components} of the submission: each label or row with what was filled in. */
    static ArrayNode filled(OpenModal form, Map<String, ?> fields) {
        fields.keySet()
                .forEach(id -> People.must(form.field(id).isPresent(), "'" + form.title() + "' has no field " + id));
        ArrayNode components = Json.array();
        for (JsonNode outer : form.components()) {
            ObjectNode copy = components
                    .addObject()
                    .put("type", outer.path("type").asInt())
                    .put("id", outer.path("id").asInt());
            if (outer.path("component").isObject()) {
                copy.set("component", field(outer.path("component"), fields));
            } else if (outer.path("components").isArray()) {
                ArrayNode row = copy.putArray("components");
                outer.path("components").forEach(inner -> row.add(field(inner, fields)));
            }
        }
        return components;
    }

    private static ObjectNode field(JsonNode field, Map<String, ?> fields) {
        String id = field.path("custom_id").asText();
        Optional<Object> given = Optional.ofNullable(fields.get(id));
        ObjectNode filled = Json.object()
                .put("type", field.path("type").asInt())
                .put("id", field.path("id").asInt())
                .put("custom_id", id);
        switch (field.path("type").asInt()) {
            case Components.TEXT_INPUT -> filled.put("value", text(field, given.map(Object::toString)));
            case Components.RADIO_GROUP -> {
                List<String> chosen = given.map(Object::toString).stream().toList();
                chosen.forEach(value -> listed(field, value));
                People.must(!chosen.isEmpty() || !required(field), "nothing chosen for " + id);
                filled.put("value", chosen.isEmpty() ? null : chosen.get(0));
            }
            case Components.CHECKBOX -> filled.put("value", (Boolean) given.orElse(false));
            case Components.STRING_SELECT, Components.CHECKBOX_GROUP -> {
                List<String> chosen = given.map(FormFilling::several).orElse(List.of());
                if (!chosen.isEmpty() || required(field)) {
                    choose(field, chosen);
                }
                chosen.forEach(filled.putArray("values")::add);
            }
            default -> throw new AssertionError("the fake's people cannot fill in " + field);
        }
        return filled;
    }

    private static boolean required(JsonNode field) {
        return field.path("required").asBoolean(true);
    }

    private static List<String> several(Object given) {
        return given instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(given.toString());
    }

    private static String text(JsonNode field, Optional<String> given) {
        String text = given.orElse(field.path("value").asText(""));
        String id = field.path("custom_id").asText();
        People.must(!text.isEmpty() || !required(field), "the client insists on " + id);
        if (!text.isEmpty()) {
            People.must(text.length() >= field.path("min_length").asInt(0), "too short for the client: " + id);
        }
        People.must(text.length() <= field.path("max_length").asInt(4000), "too long for the client: " + id);
        return text;
    }

    /** Insists that a menu lets a person choose exactly these. */
    static void choose(JsonNode menu, List<String> values) {
        int least = menu.path("min_values").asInt(1);
        int most = menu.path("max_values").asInt(1);
        People.must(
                values.size() >= least && values.size() <= most, "the client lets one choose " + least + " to " + most);
        values.forEach(value -> listed(menu, value));
    }

    private static void listed(JsonNode menu, String value) {
        People.must(
                Json.stream(menu.path("options"))
                        .anyMatch(option -> option.path("value").asText().equals(value)),
                "'" + value + "' is no option of " + menu);
    }
}
