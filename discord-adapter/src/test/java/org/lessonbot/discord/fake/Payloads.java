package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.discord.fake.Rights.Overwrite;

/** Things of the world as Discord writes them in JSON. */
final class Payloads {
    private static final String JOINED = "2024-09-01T08:00:00.000000+00:00";

    private Payloads() {}

    static ObjectNode user(FakeUser user) {
        return Json.object()
                .put("id", user.id())
                .put("username", user.name())
                .put("discriminator", "0")
                .put("global_name", user.name())
                .putNull("avatar")
                .put("bot", user.bot())
                .put("public_flags", 0);
    }

    /** The bot as it sees itself. */
    static ObjectNode self(FakeUser bot) {
        return user(bot).put("verified", true).put("mfa_enabled", false).putNull("email");
    }

    static ObjectNode member(FakeMember member) {
        ObjectNode json = Json.object();
        json.set("user", user(member.user()));
        ArrayNode roles = json.putArray("roles");
        member.roles().forEach(role -> roles.add(role.id()));
        return json.putNull("nick")
                .putNull("avatar")
                .putNull("premium_since")
                .putNull("communication_disabled_until")
                .put("joined_at", JOINED)
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
    }

    static ObjectNode guild(FakeGuild guild) {
        ObjectNode json = Json.object()
                .put("id", guild.id())
                .put("name", guild.name())
                .put("owner_id", guild.ownerId())
                .put("afk_timeout", 300)
                .put("preferred_locale", "en-US")
                .put("premium_progress_bar_enabled", false)
                .put("verification_level", 0)
                .put("nsfw_level", 0)
                .put("system_channel_flags", 0)
                .put("member_count", guild.memberCount())
                .put("joined_at", JOINED)
                .put("large", false)
                .put("unavailable", false);
        ArrayNode roles = json.putArray("roles");
        guild.roles().forEach(role -> roles.add(role(role)));
        ArrayNode channels = json.putArray("channels");
        ArrayNode threads = json.putArray("threads");
        guild.channels().stream()
                .filter(channel -> !channel.isThread() || !channel.archived() && Rights.see(guild.bot(), channel))
                .forEach(channel -> (channel.isThread() ? threads : channels).add(seen(channel)));
        json.putArray("members").add(member(guild.bot()));
        for (String empty : new String[] {
            "guild_scheduled_events",
            "emojis",
            "voice_states",
            "stickers",
            "soundboard_sounds",
            "features",
            "presences",
            "stage_instances"
        }) {
            json.putArray(empty);
        }
        return json;
    }

    static ObjectNode role(FakeRole role) {
        ObjectNode json = Json.object()
                .put("id", role.id())
                .put("name", role.name())
                .put("permissions", Long.toString(role.permissions()))
                .put("position", 0)
                .put("managed", false)
                .put("hoist", false)
                .put("mentionable", false)
                .put("color", 0)
                .put("flags", 0);
        json.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        return json;
    }

    static ObjectNode roleOf(FakeGuild guild, FakeRole role) {
        ObjectNode json = Json.object().put("guild_id", guild.id());
        json.set("role", role(role));
        return json;
    }

    /**
     * A guild's channel as the gateway tells of it: one that the bot does not see is obfuscated (Discord's documentation of
     * channels, "Obfuscated Channels"; in force since 16 November 2026). Threads come only where it sees them.
     */
    static ObjectNode seen(FakeChannel channel) {
        FakeGuild guild = channel.guild().orElseThrow();
        return Rights.allow(Rights.granted(guild.bot(), channel), Permission.VIEW_CHANNEL)
                ? channel(channel)
                : obfuscated(channel, guild);
    }

    private static ObjectNode obfuscated(FakeChannel channel, FakeGuild guild) {
        ObjectNode json = Json.object()
                .put("id", channel.id())
                .put("type", channel.type())
                .put("guild_id", guild.id())
                .put("name", "___hidden___")
                .put("flags", 1 << 17)
                .put("position", 0)
                .putNull("parent_id")
                .putNull("topic")
                .putNull("last_message_id")
                .putNull("last_pin_timestamp");
        if (channel.isVoice() && !guild.cutsBitrates()) {
            json.put("bitrate", 64_000);
        }
        json.putArray("permission_overwrites")
                .addObject()
                .put("id", guild.id())
                .put("type", 0)
                .put("allow", "0")
                .put("deny", Long.toString(Permission.VIEW_CHANNEL.getRawValue()));
        return json;
    }

    static ObjectNode channel(FakeChannel channel) {
        ObjectNode json = Json.object().put("id", channel.id()).put("type", channel.type());
        channel.guild().ifPresent(guild -> json.put("guild_id", guild.id()));
        channel.recipient().ifPresent(person -> json.putArray("recipients").add(user(person)));
        if (channel.guild().isPresent()) {
            json.put("name", channel.name())
                    .put("position", 0)
                    .put("nsfw", false)
                    .put("rate_limit_per_user", 0);
            json.putArray("permission_overwrites").addAll(overwrites(channel));
            if (channel.isVoice()) {
                json.put("bitrate", 64_000).put("user_limit", 0).putNull("rtc_region");
            }
        }
        channel.parent().ifPresent(parent -> thread(json, channel, parent));
        return json;
    }

    private static ArrayNode overwrites(FakeChannel channel) {
        ArrayNode json = Json.array();
        for (Map.Entry<String, Overwrite> entry : channel.overwrites().entrySet()) {
            boolean ofRole = channel.guild().stream()
                    .flatMap(guild -> guild.roles().stream())
                    .anyMatch(role -> role.id().equals(entry.getKey()));
            json.addObject()
                    .put("id", entry.getKey())
                    .put("type", ofRole ? 0 : 1)
                    .put("allow", Long.toString(entry.getValue().allow()))
                    .put("deny", Long.toString(entry.getValue().deny()));
        }
        return json;
    }

    private static void thread(ObjectNode json, FakeChannel thread, FakeChannel parent) {
        json.put("parent_id", parent.id())
                .put("owner_id", thread.thread().ownerId())
                .put("member_count", thread.threadMemberIds().size())
                .put("message_count", thread.messages().size())
                .put("total_message_sent", thread.messages().size());
        json.putObject("thread_metadata")
                .put("archived", thread.archived())
                .put("locked", thread.locked())
                .put("invitable", false)
                .put("auto_archive_duration", thread.thread().archiveMinutes())
                .put("archive_timestamp", thread.thread().changed().toString())
                .put("create_timestamp", thread.thread().changed().toString());
    }

    static ObjectNode message(FakeMessage message) {
        Draft shown = message.shown();
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put(
                        "type",
                        message.answers().isPresent() ? message.answers().get().messageType() : 0)
                .put("channel_id", message.channel().id())
                .put("content", shown.content())
                .put("timestamp", message.created().toString())
                .put("edited_timestamp", message.edited().map(Object::toString).orElse(null))
                .put("flags", shown.flags())
                .put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", shown.pings().contains("@everyone"));
        json.set("author", user(message.author()));
        json.set("components", shown.components());
        json.set("embeds", shown.embeds());
        json.set("attachments", listed(shown));
        json.putArray("mentions");
        json.putArray("mention_roles");
        message.answers().ifPresent(exchange -> json.set("interaction_metadata", exchange.metadata()));
        return json;
    }

    /** Files that components show are told of there alone (discord-api-docs 8277). */
    private static ArrayNode listed(Draft shown) {
        Set<String> within = Components.attachments(shown.components());
        ArrayNode listed = Json.array();
        Json.stream(shown.attachments())
                .filter(file -> !within.contains(file.path("id").asText()))
                .forEach(listed::add);
        return listed;
    }

    /** The message as an event tells of it: with its guild, and without what the bot may not read. */
    static ObjectNode messageEvent(FakeMessage message) {
        ObjectNode json = message(message);
        message.channel().guild().ifPresent(guild -> {
            json.put("guild_id", guild.id());
            guild.memberById(message.author().id()).ifPresent(author -> {
                ObjectNode member = member(author);
                member.remove("user");
                json.set("member", member);
            });
        });
        if (!message.author().bot() && message.channel().guild().isPresent() && !mentionsBot(message)) {
            hideContent(json);
        }
        return json;
    }

    private static boolean mentionsBot(FakeMessage message) {
        return message.channel()
                .guild()
                .filter(guild ->
                        message.shown().content().contains("<@" + guild.bot().id() + ">"))
                .isPresent();
    }

    private static void hideContent(ObjectNode message) {
        message.put("content", "");
        for (String field : new String[] {"components", "embeds", "attachments"}) {
            message.putArray(field);
        }
    }

    static ObjectNode deletion(FakeMessage message) {
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put("channel_id", message.channel().id());
        message.channel().guild().ifPresent(guild -> json.put("guild_id", guild.id()));
        return json;
    }

    static JsonNode error(int code, String message) {
        return Json.object().put("code", code).put("message", message);
    }
}
