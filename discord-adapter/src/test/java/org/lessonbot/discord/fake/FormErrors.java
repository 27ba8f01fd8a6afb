package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gathers what is wrong with a body, by path, and refuses it with 50035 as Discord words it. */
final class FormErrors {
    private final ObjectNode tree = Json.object();

    /**
     * Notes one fault.
     *
     * @param path field names and indices with dots between them
     * @param code Discord's name of the fault
     */
    void add(String path, String code, String message) {
        ObjectNode node = tree;
        for (String step : path.split("\\.", -1)) {
            node = node.withObjectProperty(step);
        }
        ArrayNode errors = node.withArrayProperty("_errors");
        errors.addObject().put("code", code).put("message", message);
    }

    /** The text there must have from {@code least} to {@code most} characters; a missing one counts as empty. */
    void length(String path, JsonNode text, int least, int most) {
        if (!text.isMissingNode() && !text.isNull() && !text.isTextual()) {
            add(path, "STRING_TYPE_CONVERT", "Could not interpret as string.");
            return;
        }
        String value = text.asText("");
        int length = value.codePointCount(0, value.length());
        if (length < least && value.isEmpty()) {
            add(path, "BASE_TYPE_REQUIRED", "This field is required");
        } else if (length < least || length > most) {
            add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
    }

    /** The number there, when it is given, must lie between these. */
    void range(String path, JsonNode number, int least, int most) {
        if (number.isMissingNode() || number.isNull()) {
            return;
        }
        if (!number.isIntegralNumber() || number.asLong() < least || number.asLong() > most) {
            add(path, "NUMBER_TYPE_RANGE", "int value should be between " + least + " and " + most + ".");
        }
    }

    /** The number there must be given, and be one of these. */
    void choice(String path, JsonNode number, int first, int last) {
        if (!number.isIntegralNumber() || number.asLong() < first || number.asLong() > last) {
            add(path, "BASE_TYPE_CHOICES", "Value must be one of " + first + " to " + last + ".");
        }
    }

    /** The array there must have from {@code least} to {@code most} elements; a missing one counts as empty. */
    void size(String path, JsonNode array, int least, int most) {
        if (array.size() < least || array.size() > most) {
            add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
    }

    void throwIfAny() {
        if (!tree.isEmpty()) {
            throw refusal();
        }
    }

    ApiError refusal() {
        return ApiError.invalidForm(tree);
    }
}
