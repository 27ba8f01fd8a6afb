package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The conversations.* methods: where people talk, and who is there. */
final class ConversationMethods {
    private static final int MOST_IN_GROUP = 8;
    private static final int LONGEST_NAME = 80;
    private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]+");

    private final World world;

    ConversationMethods(World world) {
        this.world = world;
    }

    Map<String, Method> all() {
        return Map.of(
                "conversations.open", of(Method.Tier.THREE, ConversationMethods::toOpen, this::open),
                "conversations.create", of(Method.Tier.TWO, ConversationMethods::toCreate, this::create),
                "conversations.invite", of(Method.Tier.THREE, this::toInvite, this::invite),
                "conversations.members", of(Method.Tier.FOUR, this::toRead, this::members),
                "conversations.info", of(Method.Tier.THREE, this::toRead, this::info));
    }

    private static Method of(
            Method.Tier tier, Function<Arguments, String> scope, Function<Arguments, JsonObject> answer) {
        return new Method(Method.Token.BOT, tier, scope, answer);
    }

    private static String toOpen(Arguments arguments) {
        return arguments.names("users").size() == 1 ? "im:write" : "mpim:write";
    }

    private static String toCreate(Arguments arguments) {
        return arguments.flag("is_private", false) ? "groups:write" : "channels:manage";
    }

    private String toInvite(Arguments arguments) {
        return kind(arguments) == Channel.Kind.PUBLIC ? "channels:manage" : "groups:write";
    }

    private String toRead(Arguments arguments) {
        return switch (kind(arguments)) {
            case PUBLIC -> "channels:read";
            case PRIVATE -> "groups:read";
            case DIRECT -> "im:read";
            case GROUP_DIRECT -> "mpim:read";
        };
    }

    private Channel.Kind kind(Arguments arguments) {
        return world.channel(arguments.workspace(), arguments.need("channel")).kind();
    }

    /** The same people always get the same conversation. */
    private JsonObject open(Arguments arguments) {
        Workspace workspace = arguments.workspace();
        List<String> users = arguments.names("users");
        if (users.isEmpty()) {
            throw new SlackError("users_list_not_supplied");
        }
        if (users.size() > MOST_IN_GROUP) {
            throw new SlackError("too_many_users");
        }
        users.forEach(id -> world.user(workspace, id));
        Set<String> all = new TreeSet<>(users);
        all.add(workspace.botUserId());
        Channel.Kind kind = users.size() == 1 ? Channel.Kind.DIRECT : Channel.Kind.GROUP_DIRECT;
        Optional<Channel> open = world.conversation(workspace, all);
        Channel channel = open.orElseGet(() -> world.addChannel(workspace, "", kind, workspace.botUserId(), all));
        boolean whole = arguments.flag("return_im", false);
        return Json.object(
                "no_op", open.isPresent(),
                "already_open", open.isPresent(),
                "channel", whole ? channel.describe() : Json.object("id", channel.id()));
    }

    private JsonObject create(Arguments arguments) {
        Workspace workspace = arguments.workspace();
        String name = arguments.find("name").orElseThrow(() -> new SlackError("invalid_name_required"));
        if (name.length() > LONGEST_NAME) {
            throw new SlackError("invalid_name_maxlength");
        }
        if (!NAME.matcher(name).matches()) {
            throw new SlackError("invalid_name_specials");
        }
        if (world.channels(workspace).stream().anyMatch(each -> each.name().equals(name))) {
            throw new SlackError("name_taken");
        }
        Channel.Kind kind = arguments.flag("is_private", false) ? Channel.Kind.PRIVATE : Channel.Kind.PUBLIC;
        String bot = workspace.botUserId();
        Channel channel = world.addChannel(workspace, name, kind, bot, List.of(bot));
        return Json.object("channel", channel.describe());
    }

    private JsonObject invite(Arguments arguments) {
        Channel channel = world.channel(arguments.workspace(), arguments.need("channel"));
        if (channel.isArchived()) {
            throw new SlackError("is_archived");
        }
        if (!channel.hasBot()) {
            throw new SlackError("not_in_channel");
        }
        if (channel.kind() == Channel.Kind.DIRECT || channel.kind() == Channel.Kind.GROUP_DIRECT) {
            throw new SlackError("method_not_supported_for_channel_type");
        }
        List<String> users = arguments.names("users");
        if (users.isEmpty()) {
            throw new SlackError("no_user");
        }
        for (String id : users) {
            if (id.equals(channel.workspace().botUserId())) {
                throw new SlackError("cant_invite_self");
            }
            world.user(channel.workspace(), id);
            if (channel.has(id)) {
                throw new SlackError("already_in_channel");
            }
        }
        users.forEach(channel::join);
        world.changed();
        return Json.object("channel", channel.describe());
    }

    private JsonObject members(Arguments arguments) {
        Channel channel = world.channel(arguments.workspace(), arguments.need("channel"));
        List<String> all = List.copyOf(channel.memberIds());
        int from = arguments.find("cursor").map(Integer::parseInt).orElse(0);
        int to = Math.min(
                all.size(),
                from + arguments.find("limit").map(Integer::parseInt).orElse(100));
        return Json.object(
                "members",
                Json.array(all.subList(from, to).stream()),
                "response_metadata",
                Json.object("next_cursor", to < all.size() ? String.valueOf(to) : ""));
    }

    private JsonObject info(Arguments arguments) {
        return Json.object(
                "channel",
                world.channel(arguments.workspace(), arguments.need("channel")).describe());
    }
}
