package org.lessonbot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Writes what is shown as Slack's JSON, and only what was set: the SDK's own writing adds flags to a text's style that Slack
 * knows elsewhere only. One writer for all, because making one costs more than what it writes.
 */
final class BlockKit {
    private static final Gson SDK = GsonFactory.createSnakeCase();
    private static final Gson WRITER = SDK.newBuilder()
            .registerTypeAdapter(TextStyle.class, (JsonSerializer<TextStyle>) BlockKit::style)
            .create();

    private BlockKit() {}

    private static JsonElement style(TextStyle style, Type type, JsonSerializationContext context) {
        JsonObject flags = SDK.toJsonTree(style).getAsJsonObject();
        flags.entrySet().removeIf(flag -> !flag.getValue().getAsBoolean());
        return flags;
    }

    static String json(List<LayoutBlock> blocks) {
        return WRITER.toJson(blocks);
    }

    static String json(View view) {
        return WRITER.toJson(view);
    }

    static String json(ActionResponse response) {
        return WRITER.toJson(response);
    }
}
