package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A modal or an App Home as it stood at one time.
 *
 * @param id which view, {@code V…}; an update keeps it
 * @param hash which version of it
 * @param user who sees it
 * @param rootId the view at the bottom of the stack
 * @param previousId the view below, if there is one
 * @param content the view as the app sent it, with the ids that Slack added to its blocks
 */
public record View(String id, String hash, User user, String rootId, Optional<String> previousId, JsonObject content) {
    public String callbackId() {
        return Json.string(content, "callback_id").orElse("");
    }

    public String privateMetadata() {
        return Json.string(content, "private_metadata").orElse("");
    }

    public String title() {
        return Json.child(content, "title")
                .flatMap(title -> Json.string(title, "text"))
                .orElse("");
    }

    public JsonArray blocks() {
        return content.getAsJsonArray("blocks").deepCopy();
    }

    /** Every text in it that people see, one a line, in order. */
    public String shown() {
        return Shown.in(blocks());
    }

    /** The ids of what can be pressed, chosen or filled in, in order. */
    public List<String> actionIds() {
        return Controls.in(blocks()).map(Controls.Control::actionId).toList();
    }

    Optional<String> externalId() {
        return Json.string(content, "external_id");
    }

    String type() {
        return Json.string(content, "type").orElse("");
    }

    /** The view as Slack sends it to the app, with what was filled in. */
    JsonObject describe(JsonObject values) {
        JsonObject view = content.deepCopy();
        JsonObject added = Json.object(
                "id", id,
                "hash", hash,
                "team_id", user.workspace().id(),
                "app_installed_team_id", user.workspace().id(),
                "app_id", RegisteredApp.APP_ID,
                "bot_id", user.workspace().botId(),
                "root_view_id", rootId,
                "previous_view_id", previousId,
                "private_metadata", privateMetadata(),
                "callback_id", callbackId(),
                "state", Json.object("values", values));
        added.entrySet().forEach(each -> view.add(each.getKey(), each.getValue()));
        return view;
    }
}
