package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.BiFunction;

/** The views.* methods: forms and the app's home. */
final class ViewMethods {
    private final World world;
    private final Screens screens;
    private final Triggers triggers;

    ViewMethods(World world, Screens screens, Triggers triggers) {
        this.world = world;
        this.screens = screens;
        this.triggers = triggers;
    }

    Map<String, Method> all() {
        return Map.of(
                "views.open", Method.ofBot(Method.Tier.FOUR, "", arguments -> byTrigger(arguments, screens::open)),
                "views.push", Method.ofBot(Method.Tier.FOUR, "", arguments -> byTrigger(arguments, this::push)),
                "views.update", Method.ofBot(Method.Tier.FOUR, "", this::update),
                "views.publish", Method.ofBot(Method.Tier.FOUR, "", this::publish));
    }

    private JsonObject byTrigger(Arguments arguments, BiFunction<User, JsonObject, View> show) {
        Workspace workspace = arguments.workspace();
        String trigger = arguments.need("trigger_id");
        User user = triggers.check(workspace, trigger);
        JsonObject sent = arguments.object("view");
        screens.check(sent, "modal");
        View view = show.apply(user, sent);
        triggers.redeem(workspace, trigger);
        return answer(view);
    }

    private View push(User user, JsonObject sent) {
        if (screens.top(user).isEmpty()) {
            throw new SlackError("not_found");
        }
        return screens.push(user, sent);
    }

    private JsonObject update(Arguments arguments) {
        Workspace workspace = arguments.workspace();
        View view = arguments
                .find("view_id")
                .flatMap(id -> screens.byId(workspace, id))
                .or(() -> arguments.find("external_id").flatMap(id -> screens.byExternalId(workspace, id)))
                .orElseThrow(() -> new SlackError("not_found"));
        JsonObject sent = arguments.object("view");
        screens.check(sent, view.type());
        return answer(screens.update(view, sent, arguments.find("hash")));
    }

    private JsonObject publish(Arguments arguments) {
        User user = world.user(arguments.workspace(), arguments.need("user_id"));
        JsonObject sent = arguments.object("view");
        screens.check(sent, "home");
        return answer(screens.publish(user, sent, arguments.find("hash")));
    }

    private static JsonObject answer(View view) {
        return Json.object("view", view.describe(new JsonObject()));
    }
}
