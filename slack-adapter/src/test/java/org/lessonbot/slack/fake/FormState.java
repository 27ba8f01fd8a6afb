package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in a form's fields. Slack's own clients let nobody submit what breaks a field's rules, so a test that
 * tries is wrong and fails at once.
 */
final class FormState {
    private FormState() {}

    /**
     * The values of a form as Slack sends them.
     *
     * @param filled by {@code blockId/actionId} what was typed, or the values chosen, parted by commas; a field that is
     *     not named keeps its initial value
     */
    static JsonObject of(JsonArray blocks, Map<String, String> filled) {
        JsonObject values = new JsonObject();
        Set<String> unknown = new HashSet<>(filled.keySet());
        Controls.in(blocks).filter(control -> control.input().isPresent()).forEach(field -> {
            String key = field.blockId() + "/" + field.actionId();
            unknown.remove(key);
            String value = filled.getOrDefault(key, initial(field));
            require(!value.isEmpty() || field.mayBeEmpty(), "The field " + key + " must be filled in");
            values.add(field.blockId(), Json.object(field.actionId(), chosen(field, value)));
        });
        require(unknown.isEmpty(), "The form has no fields " + unknown);
        return values;
    }

    /** One control's value, as it stands in a state and in an action. */
    static JsonObject chosen(Controls.Control control, String value) {
        JsonObject state = Json.object("type", control.type());
        List<String> parts = value.isEmpty() ? List.of() : List.of(value.split(","));
        switch (control.type()) {
            case "plain_text_input", "number_input" -> {
                int most = Json.find(control.element(), "max_length")
                        .map(each -> each.getAsInt())
                        .orElse(3000);
                int least = Json.find(control.element(), "min_length")
                        .map(each -> each.getAsInt())
                        .orElse(0);
                require(value.length() <= most, control.actionId() + " takes at most " + most + " characters");
                require(value.isEmpty() || value.length() >= least, control.actionId() + " takes at least " + least);
                put(state, "value", value);
            }
            case "static_select", "radio_buttons", "overflow" -> {
                require(parts.size() <= 1, control.actionId() + " takes one choice");
                state.add("selected_option", parts.isEmpty() ? JsonNull.INSTANCE : option(control, parts.get(0)));
            }
            case "multi_static_select", "checkboxes" ->
                state.add("selected_options", Json.array(parts.stream().map(each -> option(control, each))));
            case "users_select" -> put(state, "selected_user", value);
            case "multi_users_select" -> state.add("selected_users", Json.array(parts.stream()));
            case "datepicker" -> put(state, "selected_date", value);
            case "timepicker" -> put(state, "selected_time", value);
            default -> throw new AssertionError("Nothing can be chosen in a " + control.type());
        }
        return state;
    }

    private static void put(JsonObject state, String name, String value) {
        state.add(name, value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value));
    }

    private static String initial(Controls.Control field) {
        JsonObject element = field.element();
        return Stream.of("initial_value", "initial_user", "initial_date", "initial_time")
                .flatMap(name -> Json.string(element, name).stream())
                .findFirst()
                .or(() -> Json.child(element, "initial_option").flatMap(option -> Json.string(option, "value")))
                .orElseGet(() -> String.join(
                        ",",
                        Json.children(element, "initial_options").stream()
                                .flatMap(option -> Json.string(option, "value").stream())
                                .toList()));
    }

    private static JsonObject option(Controls.Control control, String value) {
        Stream<JsonObject> grouped = Json.children(control.element(), "option_groups").stream()
                .flatMap(group -> Json.children(group, "options").stream());
        return Stream.concat(Json.children(control.element(), "options").stream(), grouped)
                .filter(option ->
                        Json.string(option, "value").filter(value::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(control.actionId() + " has no option " + value));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
