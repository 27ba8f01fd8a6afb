package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people do. They can only do what Slack's own client lets them: pressing a button that is not there, writing where
 * they are not, are errors of the test.
 */
final class People {
    private static final Consumer<Exchange> NOTHING = any -> {};

    private final World world;
    private final Courier courier;
    private final Screens screens;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Submissions submissions;
    private final Payloads payloads;

    People(World world, Courier courier, Screens screens, Triggers triggers, ResponseUrls responseUrls) {
        this.world = world;
        this.courier = courier;
        this.screens = screens;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.submissions = new Submissions(world, screens);
        this.payloads = new Payloads(world);
    }

    /** Types a command; what the acknowledgement says is shown to that person. */
    Exchange slash(User user, Channel channel, String command, String text) {
        requirePresent(user, channel);
        require(!channel.isArchived(), channel + " is archived");
        ResponseUrl url = responseUrls.issue(user, channel, Optional.empty());
        JsonObject payload = payloads.command(channel, command, text, url, triggers.issue(user));
        return send(Exchange.Kind.COMMAND, payload, Optional.of(url), exchange -> {
            if (ResponseUrls.says(exchange.body())) {
                responseUrls.show(url, exchange.body());
            }
        });
    }

    Exchange press(User user, Post post, String actionId, Optional<String> value) {
        Controls.Control button = find(post.blocks(), actionId, value, post.toString());
        require(button.type().equals("button"), actionId + " is no button but a " + button.type());
        return act(user, post, button, new JsonObject());
    }

    Exchange press(User user, View view, String actionId, Optional<String> value) {
        Controls.Control button = find(current(user, view).blocks(), actionId, value, view.shown());
        require(button.type().equals("button"), actionId + " is no button but a " + button.type());
        return act(user, view, button, new JsonObject());
    }

    Exchange forge(User user, Channel channel, String actionId, String value) {
        Content empty = new Content("", new JsonArray(), List.of(), List.of());
        String bot = channel.workspace().botUserId();
        Post nowhere = new Post(channel, world.ts(), bot, Optional.empty(), Optional.empty(), empty);
        JsonObject button = Json.object("type", "button", "action_id", actionId, "value", value);
        return act(user, nowhere, new Controls.Control("forged", button, Optional.empty()), new JsonObject());
    }

    Exchange select(User user, Post post, String actionId, String values) {
        Controls.Control menu = find(post.blocks(), actionId, Optional.empty(), post.toString());
        return act(user, post, menu, FormState.chosen(menu, values));
    }

    Exchange select(User user, View view, String actionId, String values) {
        Controls.Control menu = find(current(user, view).blocks(), actionId, Optional.empty(), view.shown());
        return act(user, view, menu, FormState.chosen(menu, values));
    }

    private Exchange act(User user, Post post, Controls.Control control, JsonObject chosen) {
        requirePresent(user, post.channel());
        require(!post.isDeleted(), "The message is deleted: " + post);
        require(post.onlyFor().map(user::equals).orElse(true), user + " does not see " + post);
        ResponseUrl url = responseUrls.issue(user, post.channel(), world.original(post));
        JsonObject values = new JsonObject();
        if (chosen.size() > 0) {
            values.add(control.blockId(), Json.object(control.actionId(), chosen));
        }
        JsonObject payload = payloads.actionInMessage(post, action(control, chosen), values, url, triggers.issue(user));
        return send(Exchange.Kind.INTERACTION, payload, Optional.of(url), NOTHING);
    }

    private Exchange act(User user, View view, Controls.Control control, JsonObject chosen) {
        View now = current(user, view);
        JsonObject values = new JsonObject();
        if (chosen.size() > 0) {
            values.add(control.blockId(), Json.object(control.actionId(), chosen));
        }
        JsonObject payload = payloads.actionInView(now, action(control, chosen), values, triggers.issue(user));
        return send(Exchange.Kind.INTERACTION, payload, Optional.empty(), NOTHING);
    }

    private JsonObject action(Controls.Control control, JsonObject chosen) {
        JsonObject action = control.element().deepCopy();
        List.of("options", "option_groups", "confirm", "accessibility_label").forEach(action::remove);
        chosen.entrySet().forEach(each -> action.add(each.getKey(), each.getValue()));
        action.addProperty("block_id", control.blockId());
        action.addProperty("action_ts", world.ts());
        return action;
    }

    /** Submits the modal as it now stands on the person's screen. */
    Exchange submit(User user, View view, Map<String, String> filled) {
        View now = current(user, view);
        require(now.content().has("submit"), "The modal has no submit button: " + now.shown());
        JsonObject values = FormState.of(now.blocks(), filled);
        JsonObject payload = payloads.submission(now, values, triggers.issue(user));
        return send(
                Exchange.Kind.SUBMISSION,
                payload,
                Optional.empty(),
                exchange -> submissions.answered(now, exchange.body(), exchange::refused));
    }

    Optional<Exchange> close(View view) {
        View now = current(view.user(), view);
        synchronized (world) {
            screens.close(now);
        }
        if (!Json.flag(now.content(), "notify_on_close")) {
            return Optional.empty();
        }
        return Optional.of(send(Exchange.Kind.INTERACTION, payloads.closing(now), Optional.empty(), NOTHING));
    }

    Exchange openHome(User user) {
        JsonObject event = Json.object(
                "type",
                "app_home_opened",
                "user",
                user.id(),
                "channel",
                "D" + user.id(),
                "tab",
                "home",
                "event_ts",
                world.ts(),
                "view",
                screens.home(user).map(view -> view.describe(new JsonObject())));
        return event(user.workspace(), event);
    }

    Exchange join(User user, Channel channel) {
        require(channel.join(user.id()), user + " is in " + channel);
        return event(channel.workspace(), membership("member_joined_channel", user, channel));
    }

    Exchange leave(User user, Channel channel) {
        requirePresent(user, channel);
        channel.leave(user.id());
        return event(channel.workspace(), membership("member_left_channel", user, channel));
    }

    private JsonObject membership(String type, User user, Channel channel) {
        return Json.object(
                "type", type,
                "user", user.id(),
                "channel", channel.id(),
                "channel_type", channel.kind() == Channel.Kind.PUBLIC ? "C" : "G",
                "team", channel.workspace().id(),
                "event_ts", world.ts());
    }

    Exchange event(Workspace workspace, JsonObject event) {
        return send(Exchange.Kind.EVENT, payloads.event(workspace, event), Optional.empty(), NOTHING);
    }

    Post say(User user, Channel channel, String text) {
        requirePresent(user, channel);
        Content content = new Content(text, new JsonArray(), List.of(), List.of());
        return world.add(new Post(channel, world.ts(), user.id(), Optional.empty(), Optional.empty(), content));
    }

    private Exchange send(
            Exchange.Kind kind, JsonObject payload, Optional<ResponseUrl> url, Consumer<Exchange> onAnswer) {
        return courier.send(new Exchange(world, kind, payload, url, onAnswer, 0));
    }

    private View current(User user, View view) {
        require(view.user().equals(user), user + " does not see the view of " + view.user());
        synchronized (world) {
            return screens.byId(user.workspace(), view.id())
                    .orElseThrow(() -> new AssertionError("The view is closed: " + view.shown()));
        }
    }

    private static Controls.Control find(JsonArray blocks, String actionId, Optional<String> value, String where) {
        List<Controls.Control> found = Controls.in(blocks)
                .filter(control -> control.actionId().equals(actionId))
                .filter(control -> value.map(control.value()::equals).orElse(true))
                .toList();
        require(
                !found.isEmpty(),
                "There is no " + actionId + value.map(" of "::concat).orElse("") + " in " + where);
        require(found.size() == 1, "There are several " + actionId + "; say which value: " + where);
        return found.get(0);
    }

    private static void requirePresent(User user, Channel channel) {
        require(channel.has(user.id()), user + " is not in " + channel);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
