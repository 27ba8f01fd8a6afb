package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does what an app answered to a submitted modal: closes it, changes it, or shows what is wrong beside the fields. */
final class Submissions {
    private final World world;
    private final Screens screens;

    Submissions(World world, Screens screens) {
        this.world = world;
        this.screens = screens;
    }

    void answered(View view, JsonObject answer, Consumer<Map<String, String>> errors) {
        String action = Json.string(answer, "response_action").orElse("");
        switch (action) {
            case "" -> screens.close(view);
            case "clear" -> screens.clear(view.user());
            case "errors" -> errors.accept(errors(view, answer));
            case "update" -> screens.update(view, sent(answer), Optional.empty());
            case "push" -> screens.push(view.user(), sent(answer));
            default -> world.violation("A submission was answered with an unknown response_action: " + action);
        }
    }

    private JsonObject sent(JsonObject answer) {
        JsonObject sent = Json.child(answer, "view").orElseThrow(() -> new SlackError("invalid_arguments"));
        screens.check(sent, "modal");
        return sent;
    }

    private Map<String, String> errors(View view, JsonObject answer) {
        Map<String, String> errors = new LinkedHashMap<>();
        Json.child(answer, "errors")
                .orElseGet(JsonObject::new)
                .entrySet()
                .forEach(each -> errors.put(each.getKey(), each.getValue().getAsString()));
        Set<String> fields = Controls.in(view.blocks())
                .filter(control -> control.input().isPresent())
                .map(Controls.Control::blockId)
                .collect(Collectors.toSet());
        if (errors.isEmpty() || !fields.containsAll(errors.keySet())) {
            world.violation("A submission was answered with errors " + errors + ", but its fields are " + fields);
        }
        return errors;
    }
}
