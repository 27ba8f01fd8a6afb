package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the app asks about itself and about people: tokens, connections, installation, users. */
final class AppMethods {
    private final World world;
    private final Supplier<String> socketAddress;
    private final Map<String, Workspace> codes = new HashMap<>();

    AppMethods(World world, Supplier<String> socketAddress) {
        this.world = world;
        this.socketAddress = socketAddress;
    }

    Map<String, Method> all() {
        return Map.of(
                "auth.test",
                new Method(Method.Token.EITHER, Method.Tier.AUTH, any -> "", AppMethods::authTest),
                "users.info",
                Method.ofBot(Method.Tier.FOUR, "users:read", this::user),
                "apps.connections.open",
                new Method(
                        Method.Token.APP,
                        Method.Tier.ONE,
                        any -> "",
                        arguments -> Json.object("url", socketAddress.get())),
                "oauth.v2.access",
                new Method(Method.Token.NONE, Method.Tier.FOUR, any -> "", this::install));
    }

    /** A code as an admin's browser brings it back after allowing the app; it can be used once. */
    String codeFor(Workspace workspace, Gate gate) {
        synchronized (world) {
            gate.restore(workspace.botToken());
            String code = "code-" + world.number();
            codes.put(code, workspace);
            return code;
        }
    }

    /** Of the app's own token it tells the app alone; the SDK asks that before it opens a socket. */
    private static JsonObject authTest(Arguments arguments) {
        return arguments
                .caller()
                .map(AppMethods::describe)
                .orElseGet(() -> Json.object("app_id", RegisteredApp.APP_ID, "app_name", "lessonbot"));
    }

    private static JsonObject describe(Workspace workspace) {
        return Json.object(
                "url", "https://" + workspace.domain() + ".slack.test/",
                "team", workspace.domain(),
                "team_id", workspace.id(),
                "user", "lessonbot",
                "user_id", workspace.botUserId(),
                "bot_id", workspace.botId(),
                "is_enterprise_install", false);
    }

    private JsonObject user(Arguments arguments) {
        return Json.object(
                "user",
                world.user(arguments.workspace(), arguments.need("user")).describe());
    }

    private JsonObject install(Arguments arguments) {
        if (!arguments.find("client_id").equals(Optional.of(RegisteredApp.CLIENT_ID))) {
            throw new SlackError("invalid_client_id");
        }
        if (!arguments.find("client_secret").equals(Optional.of(RegisteredApp.CLIENT_SECRET))) {
            throw new SlackError("bad_client_secret");
        }
        Workspace workspace = Optional.ofNullable(codes.remove(arguments.need("code")))
                .orElseThrow(() -> new SlackError("invalid_code"));
        return Json.object(
                "app_id", RegisteredApp.APP_ID,
                "access_token", workspace.botToken(),
                "token_type", "bot",
                "scope", String.join(",", RegisteredApp.SCOPES),
                "bot_user_id", workspace.botUserId(),
                "team", Json.object("id", workspace.id(), "name", workspace.domain()),
                "is_enterprise_install", false,
                "authed_user", Json.object("id", world.id("U")));
    }
}
