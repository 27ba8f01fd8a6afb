package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Finds what people can press, choose and fill in. */
final class Controls {
    /**
     * One control.
     *
     * @param blockId the block that holds it; Slack makes one up where the app gave none
     * @param element the element as it was sent
     * @param input the input block around it, if it is a form's field
     */
    record Control(String blockId, JsonObject element, Optional<JsonObject> input) {
        String actionId() {
            return Json.string(element, "action_id").orElse("");
        }

        String type() {
            return Json.string(element, "type").orElse("");
        }

        String value() {
            return Json.string(element, "value").orElse("");
        }

        boolean mayBeEmpty() {
            return input.map(block -> Json.flag(block, "optional")).orElse(true);
        }
    }

    private Controls() {}

    /** These blocks with the ids that Slack makes up where the app gave none. */
    static JsonArray named(JsonArray blocks, IntSupplier numbers) {
        JsonArray named = blocks.deepCopy();
        for (JsonObject block : Json.objects(named)) {
            nameIfNot(block, "block_id", numbers);
            elements(block).filter(Controls::isActive).forEach(element -> nameIfNot(element, "action_id", numbers));
        }
        return named;
    }

    private static void nameIfNot(JsonObject object, String name, IntSupplier numbers) {
        if (!object.has(name)) {
            object.addProperty(name, "slack" + numbers.getAsInt());
        }
    }

    private static boolean isActive(JsonObject element) {
        return ElementRules.INTERACTIVE.contains(Json.string(element, "type").orElse(""));
    }

    static Stream<Control> in(JsonArray blocks) {
        return Json.objects(blocks).stream().flatMap(Controls::inBlock);
    }

    private static Stream<Control> inBlock(JsonObject block) {
        String blockId = Json.string(block, "block_id").orElse("");
        boolean field = Json.string(block, "type").orElse("").equals("input");
        return elements(block)
                .filter(element -> element.has("action_id"))
                .map(element -> new Control(blockId, element, field ? Optional.of(block) : Optional.empty()));
    }

    private static Stream<JsonObject> elements(JsonObject block) {
        return Stream.of(
                        Json.children(block, "elements").stream(),
                        Json.child(block, "accessory").stream(),
                        Json.child(block, "element").stream())
                .flatMap(each -> each);
    }
}
