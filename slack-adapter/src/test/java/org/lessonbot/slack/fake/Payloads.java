package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** Words what people do as Slack words it for apps. */
final class Payloads {
    private static final String TOKEN = "verification-token";

    private final World world;

    Payloads(World world) {
        this.world = world;
    }

    JsonObject command(Channel channel, String command, String text, ResponseUrl url, String trigger) {
        return Json.object(
                "token",
                TOKEN,
                "api_app_id",
                RegisteredApp.APP_ID,
                "team_id",
                channel.workspace().id(),
                "team_domain",
                channel.workspace().domain(),
                "channel_id",
                channel.id(),
                "channel_name",
                channel.nameInPayload(),
                "user_id",
                url.user.id(),
                "user_name",
                url.user.name(),
                "command",
                command,
                "text",
                text,
                "is_enterprise_install",
                "false",
                "response_url",
                url.address,
                "trigger_id",
                trigger);
    }

    JsonObject actionInMessage(Post post, JsonObject action, JsonObject values, ResponseUrl url, String trigger) {
        JsonObject payload = interaction("block_actions", url.user, trigger);
        payload.add(
                "container",
                Json.object(
                        "type", "message",
                        "message_ts", post.ts(),
                        "channel_id", post.channel().id(),
                        "thread_ts", post.threadTs(),
                        "is_ephemeral", post.onlyFor().isPresent()));
        payload.add("channel", channel(post.channel()));
        if (post.onlyFor().isEmpty()) {
            payload.add("message", post.describe());
        }
        payload.add("state", Json.object("values", values));
        payload.addProperty("response_url", url.address);
        payload.add("actions", Json.array(Stream.of(action)));
        return payload;
    }

    JsonObject actionInView(View view, JsonObject action, JsonObject values, String trigger) {
        JsonObject payload = interaction("block_actions", view.user(), trigger);
        payload.add("container", Json.object("type", "view", "view_id", view.id()));
        payload.add("view", view.describe(values));
        payload.add("actions", Json.array(Stream.of(action)));
        return payload;
    }

    JsonObject submission(View view, JsonObject values, String trigger) {
        JsonObject payload = interaction("view_submission", view.user(), trigger);
        payload.add("view", view.describe(values));
        payload.add("response_urls", new JsonArray());
        return payload;
    }

    JsonObject closing(View view) {
        JsonObject payload = interaction("view_closed", view.user(), Optional.empty());
        payload.add("view", view.describe(new JsonObject()));
        payload.addProperty("is_cleared", false);
        return payload;
    }

    JsonObject event(Workspace workspace, JsonObject event) {
        return Json.object(
                "token",
                TOKEN,
                "team_id",
                workspace.id(),
                "api_app_id",
                RegisteredApp.APP_ID,
                "event",
                event,
                "type",
                "event_callback",
                "event_id",
                world.id("Ev"),
                "event_time",
                world.now().getEpochSecond(),
                "is_ext_shared_channel",
                false);
    }

    private static JsonObject interaction(String type, User user, Object trigger) {
        return Json.object(
                "type",
                type,
                "token",
                TOKEN,
                "api_app_id",
                RegisteredApp.APP_ID,
                "team",
                Json.object(
                        "id", user.workspace().id(),
                        "domain", user.workspace().domain()),
                "user",
                Json.object(
                        "id", user.id(),
                        "username", user.name(),
                        "name", user.name(),
                        "team_id", user.workspace().id()),
                "is_enterprise_install",
                false,
                "trigger_id",
                trigger);
    }

    private static JsonObject channel(Channel channel) {
        return Json.object("id", channel.id(), "name", channel.nameInPayload());
    }
}
