package org.lessonbot.slack;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lessonbot.slack.fake.View;
import org.lessonbot.tck.Sheet;

/** Reads a modal as a person reads it. */
final class SlackSheets {
    private SlackSheets() {}

    static Sheet read(View view) {
        List<Sheet.Field> fields = inputs(view).map(SlackSheets::field).toList();
        return new Sheet(view.id(), view.title(), fields, SlackJson.pretty(view.blocks()));
    }

    /** What can be filled in; beside it stands what the form is about. */
    private static Stream<JsonObject> inputs(View view) {
        return SlackCards.objects(view.blocks()).filter(block -> block.has("element"));
    }

    private static Sheet.Field field(JsonObject input) {
        JsonObject element = input.getAsJsonObject("element");
        boolean choice = element.has("options");
        String value = choice && element.has("initial_option")
                ? label(element.getAsJsonObject("initial_option"))
                : SlackCards.string(element, "initial_value");
        return new Sheet.Field(
                label(input),
                value,
                !(input.has("optional") && input.get("optional").getAsBoolean()),
                choice ? 0 : element.get("max_length").getAsInt(),
                choice
                        ? SlackCards.objects(element.getAsJsonArray("options"))
                                .map(SlackSheets::label)
                                .toList()
                        : List.of());
    }

    private static String label(JsonObject labelled) {
        return SlackCards.string(labelled.getAsJsonObject(labelled.has("label") ? "label" : "text"), "text");
    }

    /** The fields' labels, by name. */
    static Map<String, String> labels(View view) {
        Map<String, String> labels = new LinkedHashMap<>();
        inputs(view).forEach(input -> labels.put(SlackCards.string(input, "block_id"), label(input)));
        return labels;
    }

    /** What comes back for what was filled in: the value of the option chosen, or the text itself. */
    static String value(View view, String field, String filled) {
        return inputs(view)
                .filter(input -> SlackCards.string(input, "block_id").equals(field))
                .map(input -> input.getAsJsonObject("element"))
                .filter(element -> element.has("options"))
                .flatMap(element -> SlackCards.objects(element.getAsJsonArray("options")))
                .filter(option -> label(option).equals(filled))
                .map(option -> SlackCards.string(option, "value"))
                .findFirst()
                .orElse(filled);
    }
}
