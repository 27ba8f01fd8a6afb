package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;
import org.lessonbot.discord.fake.Exchange.Kind;

/**
 * What people do with their Discord client. The client shows only what is possible, so an impossible move is a mistake
 * of the test and throws an {@link AssertionError}.
 */
final class People {
    private final World world;

    People(World world) {
        this.world = world;
    }

    Exchange slash(FakeMember person, FakeChannel channel, String typed, Map<String, ?> options) {
        return slash(Kind.SLASH, person, channel, typed, new CommandLine(options));
    }

    /** Somebody is still typing the value of an option that completes. */
    Exchange type(FakeMember person, FakeChannel channel, String typed, Map<String, ?> options, String option) {
        return slash(Kind.TYPING, person, channel, typed, new CommandLine(options, option));
    }

    private Exchange slash(Kind kind, FakeMember person, FakeChannel channel, String typed, CommandLine line) {
        String[] words = typed.split(" ");
        JsonNode command = world.commands()
                .visible(person.guild().id(), words[0])
                .orElseThrow(() -> new AssertionError("no command /" + words[0] + " is registered"));
        must(Rights.see(person, channel), person + " does not see " + channel);
        must(person.may(channel, Permission.USE_APPLICATION_COMMANDS), person + " may not use commands here");
        must(person.guild().hasCommands(), "the bot is no longer in " + person.guild());
        must(offered(command, Rights.of(person, channel)), "/" + words[0] + " is hidden from " + person);
        ObjectNode data = Json.object()
                .put("id", command.path("id").asText())
                .put("name", words[0])
                .put("type", 1);
        data.set("options", line.options(command, words));
        data.set("resolved", line.resolved());
        return send(kind, person, channel, null, data);
    }

    /** A command without a bit of its own asks for administrators. */
    private static boolean offered(JsonNode command, long rights) {
        JsonNode contexts = command.path("contexts");
        boolean inGuilds = contexts.isEmpty() || Json.strings(contexts).contains("0");
        JsonNode bits = command.path("default_member_permissions");
        if (bits.isMissingNode() || bits.isNull()) {
            return inGuilds;
        }
        long needed = bits.asLong() == 0 ? Permission.ADMINISTRATOR.getRawValue() : bits.asLong();
        return inGuilds && (rights & needed) == needed;
    }

    Exchange press(FakeMember person, String messageId, String customId) {
        FakeMessage message = reachable(person, messageId);
        JsonNode button = enabled(message, customId);
        must(button.path("type").asInt() == Components.BUTTON, customId + " is no button in " + message);
        return send(Kind.PRESS, person, message.channel(), message, used(button));
    }

    /** Sends the press of a button that need not be there; Discord itself would stop most of these. */
    Exchange forge(FakeMember person, FakeMessage message, String customId) {
        ObjectNode data = Json.object()
                .put("custom_id", customId)
                .put("component_type", Components.BUTTON)
                .put("id", 1);
        return send(Kind.PRESS, person, message.channel(), message, data);
    }

    Exchange select(FakeMember person, String messageId, String customId, List<String> values) {
        FakeMessage message = reachable(person, messageId);
        JsonNode select = enabled(message, customId);
        must(select.path("type").asInt() == Components.STRING_SELECT, customId + " is no menu in " + message);
        FormFilling.choose(select, values);
        ObjectNode data = used(select);
        values.forEach(data.putArray("values")::add);
        return send(Kind.SELECT, person, message.channel(), message, data);
    }

    Exchange submit(FakeMember person, OpenModal form, Map<String, ?> fields) {
        Optional<OpenModal> open = world.openForm(person);
        must(open.filter(form::equals).isPresent(), "'" + form.title() + "' is not open on the screen of " + person);
        ObjectNode data = Json.object().put("custom_id", form.customId());
        data.set("components", FormFilling.filled(form, fields));
        Exchange opener = form.openedBy();
        return send(Kind.SUBMIT, person, opener.channel(), opener.source().orElse(null), data);
    }

    FakeMessage say(FakeMember person, FakeChannel channel, String text) {
        must(Rights.see(person, channel), person + " does not see " + channel);
        must(person.may(channel, Permission.MESSAGE_SEND), person + " may not write in " + channel);
        FakeMessage message =
                new FakeMessage(world.nextId(), channel, person.user(), null, null, world.now(), Draft.plain(text));
        channel.messages().add(message);
        world.dispatch("MESSAGE_CREATE", Payloads.messageEvent(message));
        return message;
    }

    private FakeMessage reachable(FakeMember person, String messageId) {
        FakeMessage message = world.message(messageId)
                .orElseThrow(() -> new AssertionError("there is no message " + messageId + " to click"));
        must(message.shownTo(person), person + " does not see " + message);
        must(Rights.see(person, message.channel()), person + " does not see " + message.channel());
        must(!message.channel().archived(), message.channel() + " is archived");
        return message;
    }

    private static JsonNode enabled(FakeMessage message, String customId) {
        JsonNode control = Components.controls(message.components())
                .filter(found -> found.path("custom_id").asText().equals(customId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + customId + "' in " + message));
        must(!control.path("disabled").asBoolean(), customId + " is disabled in " + message);
        return control;
    }

    private static ObjectNode used(JsonNode control) {
        return Json.object()
                .put("custom_id", control.path("custom_id").asText())
                .put("component_type", control.path("type").asInt())
                .put("id", control.path("id").asInt());
    }

    private Exchange send(
            Kind kind, FakeMember person, FakeChannel channel, @Nullable FakeMessage source, ObjectNode data) {
        Exchange exchange = new Exchange(world, kind, person, channel, source);
        exchange.event(event(exchange, data));
        world.register(exchange);
        world.dispatch("INTERACTION_CREATE", exchange.event().deepCopy());
        return exchange;
    }

    private ObjectNode event(Exchange exchange, ObjectNode data) {
        FakeMember person = exchange.person();
        FakeChannel channel = exchange.channel();
        ObjectNode event = Json.object()
                .put("id", exchange.id())
                .put("application_id", world.applicationId())
                .put("type", exchange.kind().type())
                .put("token", exchange.token())
                .put("version", 1)
                .put("channel_id", channel.id())
                .put("locale", "en-US");
        event.set("data", data);
        boolean inGuild = channel.guild().isPresent();
        event.put("context", inGuild ? 0 : 1);
        event.putObject("authorizing_integration_owners")
                .put("0", inGuild ? person.guild().id() : "0");
        ObjectNode place = Payloads.channel(channel);
        event.set("channel", place);
        event.set("entitlements", Json.array());
        if (inGuild) {
            place.put("permissions", Long.toString(Rights.granted(person, channel)));
            event.put("guild_id", person.guild().id()).put("guild_locale", "en-US");
            event.put(
                    "app_permissions",
                    Long.toString(Rights.granted(person.guild().bot(), channel)));
            ObjectNode guild = event.putObject("guild");
            guild.put("id", person.guild().id()).put("locale", "en-US").set("features", Json.array());
            event.set(
                    "member",
                    Payloads.member(person).put("permissions", Long.toString(Rights.granted(person, channel))));
        } else {
            event.set("user", Payloads.user(person.user()));
        }
        exchange.source().ifPresent(message -> event.set("message", Payloads.message(message)));
        return event;
    }

    static void must(boolean possible, String why) {
        if (!possible) {
            throw new AssertionError(why);
        }
    }
}
