package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/** The chat.* methods: what the bot says, changes and takes back. */
final class ChatMethods {
    private static final String SCOPE = "chat:write";

    private final World world;
    private final Contents contents;

    ChatMethods(World world, Contents contents) {
        this.world = world;
        this.contents = contents;
    }

    Map<String, Method> all() {
        return Map.of(
                "chat.postMessage", Method.ofBot(Method.Tier.POST, SCOPE, this::post),
                "chat.update", Method.ofBot(Method.Tier.THREE, SCOPE, this::update),
                "chat.delete", Method.ofBot(Method.Tier.THREE, SCOPE, this::delete),
                "chat.postEphemeral", Method.ofBot(Method.Tier.FOUR, SCOPE, this::whisper));
    }

    private JsonObject post(Arguments arguments) {
        Channel channel = writable(arguments);
        if (channel.kind() == Channel.Kind.DIRECT && world.hasNoMessagesTab()) {
            throw new SlackError("messages_tab_disabled");
        }
        Content content = read(arguments, Contents.LONGEST_POST, unfurls(arguments));
        Post post = world.add(new Post(
                channel,
                world.ts(),
                channel.workspace().botUserId(),
                thread(arguments, channel),
                Optional.empty(),
                content));
        return Json.object("channel", channel.id(), "ts", post.ts(), "message", post.describe());
    }

    private JsonObject update(Arguments arguments) {
        Channel channel = writable(arguments);
        Post post = own(arguments, channel, "cant_update_message");
        Content edited = read(arguments, Contents.LONGEST_EDIT, false);
        // Blocks that are not sent stay; only an empty list takes them away.
        post.edit(
                arguments.find("blocks").isPresent()
                        ? edited
                        : edited.with(post.content().blocks()));
        world.changed();
        return Json.object("channel", channel.id(), "ts", post.ts(), "text", post.text(), "message", post.describe());
    }

    private JsonObject delete(Arguments arguments) {
        Channel channel = world.channel(arguments.workspace(), arguments.need("channel"));
        Post post = own(arguments, channel, "cant_delete_message");
        post.delete();
        world.changed();
        return Json.object("channel", channel.id(), "ts", post.ts());
    }

    private JsonObject whisper(Arguments arguments) {
        Channel channel = writable(arguments);
        User user = world.user(arguments.workspace(), arguments.need("user"));
        if (!channel.has(user.id())) {
            throw new SlackError("user_not_in_channel");
        }
        Content content = read(arguments, Contents.LONGEST_POST, false);
        Post post = world.add(new Post(
                channel,
                world.ts(),
                channel.workspace().botUserId(),
                thread(arguments, channel),
                Optional.of(user),
                content));
        return Json.object("message_ts", post.ts());
    }

    private Channel writable(Arguments arguments) {
        Channel channel = world.channel(arguments.workspace(), arguments.need("channel"));
        if (channel.isArchived()) {
            throw new SlackError("is_archived");
        }
        if (!channel.hasBot()) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }

    private Post own(Arguments arguments, Channel channel, String otherwise) {
        Post post = world.message(channel, arguments.need("ts"));
        if (!post.isBy(channel.workspace().botUserId())) {
            throw new SlackError(otherwise);
        }
        return post;
    }

    private Optional<String> thread(Arguments arguments, Channel channel) {
        Optional<String> thread = arguments.find("thread_ts");
        if (thread.filter(ts -> !world.hasThread(channel, ts)).isPresent()) {
            throw new SlackError("thread_not_found");
        }
        return thread;
    }

    private Content read(Arguments arguments, int longest, boolean unfurls) {
        boolean linkNames = arguments.flag("link_names", false)
                || arguments.find("parse").filter("full"::equals).isPresent();
        return contents.read(
                arguments.find("text"),
                arguments.array("blocks", "invalid_blocks_format"),
                longest,
                unfurls,
                linkNames);
    }

    /** Previews come unless both kinds are forbidden: pictures and videos unfurl by default. */
    private static boolean unfurls(Arguments arguments) {
        return arguments.flag("unfurl_links", true) || arguments.flag("unfurl_media", true);
    }
}
