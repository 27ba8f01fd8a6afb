package org.lessonbot.slack;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.slack.fake.View;
import org.lessonbot.tck.Sheet;

/** Reads a modal as a person reads it. */
final class SlackSheets {
    private static final String TIME = "/time";

    private SlackSheets() {}

    static Sheet read(View view) {
        List<Sheet.Field> fields = inputs(view)
                .filter(input -> !isTime(input))
                .map(input -> field(input, view))
                .toList();
        return new Sheet(view.id(), view.title(), fields, SlackJson.pretty(view.blocks()));
    }

    /** What can be filled in; beside it stands what the form is about. */
    private static Stream<JsonObject> inputs(View view) {
        return SlackCards.objects(view.blocks()).filter(block -> block.has("element"));
    }

    /** Whether it is the second half of a moment, whose first half is the day. */
    private static boolean isTime(JsonObject input) {
        return SlackCards.string(input, "block_id").endsWith(TIME);
    }

    private static String moment(JsonObject day, View view) {
        String time = SlackCards.string(day, "block_id") + TIME;
        return Stream.concat(
                        Stream.of(SlackCards.string(day.getAsJsonObject("element"), "initial_date")),
                        inputs(view)
                                .filter(input ->
                                        SlackCards.string(input, "block_id").equals(time))
                                .map(input -> SlackCards.string(input.getAsJsonObject("element"), "initial_time")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("T"));
    }

    /** By block and element, as they go into the form, a moment in its two halves. */
    static Map<String, String> filled(View view, Map<String, String> byLabel) {
        Map<String, String> filled = new LinkedHashMap<>();
        inputs(view).filter(input -> !isTime(input)).forEach(input -> {
            String name = SlackCards.string(input, "block_id");
            String value = value(view, name, byLabel.getOrDefault(label(input), ""));
            boolean moment =
                    SlackCards.string(input.getAsJsonObject("element"), "type").equals("datepicker");
            filled.put(name + "/value", moment ? value.replaceFirst("T.*", "") : value);
            if (moment) {
                filled.put(name + TIME + "/value", value.replaceFirst("^[^T]*T?", ""));
            }
        });
        return filled;
    }

    private static Sheet.Field field(JsonObject input, View view) {
        JsonObject element = input.getAsJsonObject("element");
        boolean choice = element.has("options");
        if (SlackCards.string(element, "type").equals("datepicker")) {
            return new Sheet.Field(
                    label(input), moment(input, view), !input.get("optional").getAsBoolean(), 0, List.of());
        }
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
