package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;
import org.lessonbot.discord.fake.Call.Upload;

/** Makes, changes and removes messages of the bot, however they were asked for. */
final class Posts {
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    /** The flags that any message may be sent with. */
    static final int SENDABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | FakeMessage.COMPONENTS_V2;
    /** The flags that an edit may set; the other ones stay as they are. */
    static final int EDITABLE = SUPPRESS_EMBEDS | FakeMessage.COMPONENTS_V2;

    private final World world;
    private final Access access;

    Posts(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    /**
     * Posts a message of the bot.
     *
     * @param data the part of the request that describes the message
     * @param prefix where that part is in the request, "" or "data."
     * @param exchange what it answers, if anything; with the flag for it, only that person sees it
     */
    FakeMessage create(Call call, JsonNode data, String prefix, FakeChannel channel, @Nullable Exchange exchange) {
        int allowed = exchange == null ? SENDABLE : SENDABLE | FakeMessage.EPHEMERAL;
        Draft draft =
                draft(call, data, channel, Draft.plain(""), data.path("flags").asInt());
        MessageRules.check(data, prefix, draft, allowed);
        FakeMessage message = place(channel, exchange, draft);
        message.take(call.files());
        if (!message.ephemeral()) {
            world.dispatch("MESSAGE_CREATE", withNonce(Payloads.messageEvent(message), data));
        }
        return message;
    }

    /** Puts up "… is thinking". */
    FakeMessage think(FakeChannel channel, Exchange exchange, int flags) {
        return place(channel, exchange, Draft.thinking(flags));
    }

    private FakeMessage place(FakeChannel channel, @Nullable Exchange exchange, Draft draft) {
        FakeUser onlyFor = null;
        if (exchange != null && (draft.flags() & FakeMessage.EPHEMERAL) != 0) {
            onlyFor = exchange.person().user();
        }
        FakeMessage message =
                new FakeMessage(world.nextId(), channel, world.bot(), onlyFor, exchange, world.now(), draft);
        channel.messages().add(message);
        return message;
    }

    static ObjectNode withNonce(ObjectNode message, JsonNode data) {
        if (data.hasNonNull("nonce")) {
            message.set("nonce", data.path("nonce"));
        }
        return message;
    }

    /** Changes a message; what the request leaves out stays. The first edit of a thought completes it. */
    void edit(Call call, JsonNode data, String prefix, FakeMessage message) {
        Draft before = message.shown();
        int kept = before.flags() & ~FakeMessage.LOADING;
        Draft after = draft(
                call, data, message.channel(), before, kept | data.path("flags").asInt());
        MessageRules.check(data, prefix, after, EDITABLE | FakeMessage.EPHEMERAL);
        message.take(call.files());
        if (message.loading()) {
            message.complete(after);
            if (!message.ephemeral()) {
                world.dispatch("MESSAGE_CREATE", Payloads.messageEvent(message));
            }
            return;
        }
        message.edit(after, world.now());
        if (!message.ephemeral()) {
            world.dispatch("MESSAGE_UPDATE", Payloads.messageEvent(message));
        }
    }

    void delete(FakeMessage message) {
        message.markDeleted();
        if (!message.ephemeral()) {
            world.dispatch("MESSAGE_DELETE", Payloads.deletion(message));
        }
    }

    private Draft draft(Call call, JsonNode data, FakeChannel channel, Draft before, int flags) {
        ArrayNode attachments = attachments(call, data, channel, before);
        Map<String, JsonNode> files = new HashMap<>();
        attachments.forEach(
                file -> files.put("attachment://" + file.path("filename").asText(), file));
        String content = data.has("content") ? data.path("content").asText("") : before.content();
        JsonNode components = data.has("components")
                ? Components.kept(data.path("components"), url -> Optional.ofNullable(files.get(url)))
                : before.components();
        JsonNode embeds = data.path("embeds").isArray() ? data.path("embeds").deepCopy() : before.embeds();
        String text =
                Stream.concat(Stream.of(content), Components.texts(components)).collect(Collectors.joining("\n"));
        boolean mayPingEveryone = access.may(channel, Permission.MESSAGE_MENTION_EVERYONE);
        List<String> pings = Mentions.firing(text, data.path("allowed_mentions"), mayPingEveryone);
        return new Draft(content, components, embeds, attachments, flags, data.path("allowed_mentions"), pings);
    }

    /**
     * From version 10 on the list names all files that the message has from then on, kept and sent ones alike (discord-api-docs 5170,
     * 7529). Without a list a message keeps its files unless others are sent.
     */
    private ArrayNode attachments(Call call, JsonNode data, FakeChannel channel, Draft before) {
        ArrayNode files = Json.array();
        List<String> listed = Json.stream(data.path("attachments"))
                .map(file -> file.path("id").asText())
                .toList();
        boolean all = !data.has("attachments");
        for (JsonNode file : before.attachments()) {
            if (all ? call.files().isEmpty() : listed.contains(file.path("id").asText())) {
                files.add(file);
            }
        }
        for (Upload upload : call.files()) {
            if (!all && !listed.contains(Integer.toString(upload.index()))) {
                continue;
            }
            String id = world.nextId();
            String url = "https://cdn.discordapp.com/attachments/" + channel.id() + "/" + id + "/" + upload.name();
            files.addObject()
                    .put("id", id)
                    .put("filename", upload.name())
                    .put("size", upload.bytes().length)
                    .put("url", url)
                    .put("proxy_url", url);
        }
        return files;
    }
}
