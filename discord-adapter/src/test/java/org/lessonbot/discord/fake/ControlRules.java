package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The limits of all that people can press, pick or fill in; ids must be unique over one message or form. */
final class ControlRules {
    private static final int LINK = 5;
    private static final int PREMIUM = 6;

    private final FormErrors errors;
    private final Set<String> customIds = new HashSet<>();

    ControlRules(FormErrors errors) {
        this.errors = errors;
    }

    void check(JsonNode control, String path, boolean inForm) {
        switch (control.path("type").asInt()) {
            case Components.BUTTON -> button(control, path);
            case Components.TEXT_INPUT -> textInput(control, path, inForm);
            case Components.STRING_SELECT -> {
                customId(control, path);
                options(control, path, 1, 25);
                select(control, path, inForm, control.path("options").size());
            }
            case Components.RADIO_GROUP -> {
                customId(control, path);
                options(control, path, 2, 10);
            }
            case Components.CHECKBOX_GROUP -> {
                customId(control, path);
                options(control, path, 1, 10);
                amounts(control, path, 10, control.path("options").size());
            }
            case Components.FILE_UPLOAD -> {
                customId(control, path);
                amounts(control, path, 10, 10);
            }
            case Components.CHECKBOX -> customId(control, path);
            default -> {
                customId(control, path);
                select(control, path, inForm, 25);
            }
        }
    }

    private void customId(JsonNode control, String path) {
        errors.length(path + ".custom_id", control.path("custom_id"), 1, 100);
        if (!customIds.add(control.path("custom_id").asText())) {
            errors.add(
                    path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private void button(JsonNode button, String path) {
        int style = button.path("style").asInt();
        errors.choice(path + ".style", button.path("style"), 1, 6);
        errors.length(path + ".label", button.path("label"), 0, 80);
        boolean worded = !button.path("label").asText("").isEmpty() || button.hasNonNull("emoji");
        if (style != PREMIUM && !worded) {
            errors.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji");
        }
        if (style == LINK || style == PREMIUM) {
            String needed = style == LINK ? "url" : "sku_id";
            errors.length(path + "." + needed, button.path(needed), 1, 512);
            if (button.hasNonNull("custom_id")) {
                errors.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "No custom id on such a button");
            }
        } else {
            customId(button, path);
            if (button.hasNonNull("url")) {
                errors.add(path, "BUTTON_COMPONENT_INVALID_FIELD_FOR_STYLE", "Only a link button has a url");
            }
        }
    }

    private void options(JsonNode control, String path, int least, int most) {
        JsonNode options = control.path("options");
        errors.size(path + ".options", options, least, most);
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            String at = path + ".options." + i;
            errors.length(at + ".label", option.path("label"), 1, 100);
            errors.length(at + ".value", option.path("value"), 1, 100);
            errors.length(at + ".description", option.path("description"), 0, 100);
            if (!values.add(option.path("value").asText())) {
                errors.add(at + ".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The value is already used");
            }
        }
        long preset = Json.stream(options)
                .filter(option -> option.path("default").asBoolean())
                .count();
        if (preset > control.path("max_values").asInt(1)) {
            errors.add(path + ".options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many options are preset");
        }
    }

    private void select(JsonNode select, String path, boolean inForm, int choices) {
        errors.length(path + ".placeholder", select.path("placeholder"), 0, 150);
        amounts(select, path, 25, choices);
        if (inForm && select.path("disabled").asBoolean()) {
            errors.add(path + ".disabled", "COMPONENT_DISABLED_IN_MODAL", "A select in a form cannot be disabled");
        }
    }

    private void amounts(JsonNode control, String path, int most, int choices) {
        errors.range(path + ".min_values", control.path("min_values"), 0, most);
        errors.range(path + ".max_values", control.path("max_values"), 1, most);
        int least = control.path("min_values").asInt(1);
        int upTo = control.path("max_values").asInt(1);
        if (upTo > choices) {
            errors.add(path + ".max_values", "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE", "There are fewer options");
        }
        if (least > upTo) {
            errors.add(path + ".min_values", "SELECT_COMPONENT_MIN_OVER_MAX", "min_values is over max_values");
        }
    }

    private void textInput(JsonNode input, String path, boolean labelled) {
        customId(input, path);
        errors.choice(path + ".style", input.path("style"), 1, 2);
        errors.range(path + ".min_length", input.path("min_length"), 0, 4000);
        errors.range(path + ".max_length", input.path("max_length"), 1, 4000);
        errors.length(path + ".value", input.path("value"), 0, 4000);
        errors.length(path + ".placeholder", input.path("placeholder"), 0, 100);
        if (labelled && input.hasNonNull("label")) {
            errors.add(path + ".label", "COMPONENT_LABEL_IN_LABEL", "The label around it has the label");
        } else if (!labelled) {
            errors.length(path + ".label", input.path("label"), 1, 45);
        }
        if (input.path("min_length").asInt(0) > input.path("max_length").asInt(4000)) {
            errors.add(path + ".min_length", "TEXT_INPUT_MIN_OVER_MAX", "min_length is over max_length");
        }
    }
}
