package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.discord.fake.FakeChannel.ThreadState;

/** Channels and threads themselves: opening, changing and deleting them, and who is in a thread. */
final class ThreadRoutes {
    private static final Set<Integer> ARCHIVE_MINUTES = Set.of(60, 1440, 4320, 10080);
    private static final int DEFAULT_ARCHIVE_MINUTES = 4320;

    private final World world;
    private final Access access;

    ThreadRoutes(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void serve(RestServer server) {
        server.on(Route.START_THREAD, this::start);
        server.on(Route.START_THREAD_AT, this::startAt);
        server.on(Route.GET_CHANNEL, call -> Reply.ok(Payloads.channel(access.visible(call.variable("channel")))));
        server.on(Route.EDIT_CHANNEL, this::edit);
        server.on(Route.DELETE_CHANNEL, this::delete);
        server.on(Route.ADD_THREAD_MEMBER, this::add);
        server.on(Route.REMOVE_THREAD_MEMBER, this::remove);
    }

    private Reply start(Call call) {
        FakeChannel parent = access.visible(call.variable("channel"));
        int type = call.body().path("type").asInt(FakeChannel.PRIVATE_THREAD);
        return open(call, parent, type, world.nextId());
    }

    /** A thread under a message has that message's id. */
    private Reply startAt(Call call) {
        FakeChannel parent = access.visible(call.variable("channel"));
        FakeMessage message = access.message(parent, call.variable("message"));
        if (world.channel(message.id()).isPresent()) {
            throw ApiError.threadExists();
        }
        int type = parent.type() == FakeChannel.ANNOUNCEMENTS
                ? FakeChannel.ANNOUNCEMENT_THREAD
                : FakeChannel.PUBLIC_THREAD;
        return open(call, parent, type, message.id());
    }

    private Reply open(Call call, FakeChannel parent, int type, String id) {
        boolean isPrivate = type == FakeChannel.PRIVATE_THREAD;
        boolean possible = parent.type() == FakeChannel.TEXT
                ? type != FakeChannel.ANNOUNCEMENT_THREAD
                : parent.type() == FakeChannel.ANNOUNCEMENTS && type == FakeChannel.ANNOUNCEMENT_THREAD;
        if (!possible && !parent.isThread()) {
            throw ApiError.wrongKindOfChannel();
        }
        access.need(parent, isPrivate ? Permission.CREATE_PRIVATE_THREADS : Permission.CREATE_PUBLIC_THREADS);
        FormErrors errors = new FormErrors();
        if (parent.isThread()) {
            errors.add("type", "BASE_TYPE_CHOICES", "No thread of type " + type + " can be opened here");
        }
        errors.length("name", call.body().path("name"), 1, 100);
        archiveMinutes(call.body(), errors);
        errors.throwIfAny();
        int minutes = call.body().path("auto_archive_duration").asInt(DEFAULT_ARCHIVE_MINUTES);
        ThreadState state = new ThreadState(world.bot().id(), false, false, minutes, world.now());
        FakeChannel thread =
                FakeChannel.thread(id, type, call.body().path("name").asText(), parent, state);
        world.register(thread);
        parent.guild().orElseThrow().add(thread);
        ObjectNode json = Payloads.channel(thread);
        json.set("member", membership(thread, world.bot().id()));
        world.dispatch("THREAD_CREATE", json.deepCopy().put("newly_created", true));
        return Reply.created(json);
    }

    private static void archiveMinutes(JsonNode body, FormErrors errors) {
        JsonNode minutes = body.path("auto_archive_duration");
        if (!minutes.isMissingNode() && !minutes.isNull() && !ARCHIVE_MINUTES.contains(minutes.asInt())) {
            errors.add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of " + ARCHIVE_MINUTES + ".");
        }
    }

    private ObjectNode membership(FakeChannel thread, String userId) {
        return Json.object()
                .put("id", thread.id())
                .put("user_id", userId)
                .put("join_timestamp", world.now().toString())
                .put("flags", 0);
    }

    private Reply edit(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        FormErrors errors = new FormErrors();
        if (call.body().has("name")) {
            errors.length("name", call.body().path("name"), 1, 100);
        }
        archiveMinutes(call.body(), errors);
        errors.throwIfAny();
        if (channel.isThread()) {
            editThread(call.body(), channel);
        } else {
            access.need(channel, Permission.MANAGE_CHANNEL);
        }
        if (call.body().has("name")) {
            channel.rename(call.body().path("name").asText());
        }
        world.dispatch(
                channel.isThread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE",
                channel.isThread() ? Payloads.channel(channel) : Payloads.seen(channel));
        return Reply.ok(Payloads.channel(channel));
    }

    private void editThread(JsonNode body, FakeChannel thread) {
        ThreadState before = thread.thread();
        boolean own = before.ownerId().equals(world.bot().id());
        if (body.size() == 1 && body.has("archived") && !body.path("archived").asBoolean() && !before.locked()) {
            access.need(thread, Permission.MESSAGE_SEND_IN_THREADS); // whoever may write wakes a thread
        } else if (!own || (body.has("locked") && body.path("locked").asBoolean() != before.locked())) {
            access.need(thread, Permission.MANAGE_THREADS);
        }
        if (before.archived() && body.path("archived").asBoolean(true)) {
            throw ApiError.archivedThread();
        }
        thread.thread(new ThreadState(
                before.ownerId(),
                body.path("archived").asBoolean(before.archived()),
                body.path("locked").asBoolean(before.locked()),
                body.path("auto_archive_duration").asInt(before.archiveMinutes()),
                world.now()));
    }

    private Reply delete(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        access.need(channel, channel.isThread() ? Permission.MANAGE_THREADS : Permission.MANAGE_CHANNEL);
        ObjectNode json = Payloads.channel(channel);
        world.forget(channel);
        world.dispatch(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", json);
        return Reply.ok(json);
    }

    private Reply add(Call call) {
        FakeChannel thread = thread(call);
        access.need(thread, Permission.MESSAGE_SEND_IN_THREADS);
        String userId = user(call);
        FakeGuild guild = thread.guild().orElseThrow();
        FakeMember member = guild.memberById(userId).orElseThrow(ApiError::unknownUser);
        thread.join(userId);
        ObjectNode update = Json.object()
                .put("id", thread.id())
                .put("guild_id", guild.id())
                .put("member_count", thread.threadMemberIds().size());
        ObjectNode added = update.putArray("added_members").addObject();
        added.setAll(membership(thread, userId));
        added.set("member", Payloads.member(member));
        world.dispatch("THREAD_MEMBERS_UPDATE", update);
        return Reply.nothing();
    }

    private Reply remove(Call call) {
        FakeChannel thread = thread(call);
        boolean leaves = user(call).equals(world.bot().id());
        boolean owns = thread.isPrivateThread()
                && thread.thread().ownerId().equals(world.bot().id());
        if (!leaves && !owns) {
            access.need(thread, Permission.MANAGE_THREADS);
        }
        thread.leave(user(call));
        ObjectNode update = Json.object()
                .put("id", thread.id())
                .put("guild_id", thread.guild().orElseThrow().id())
                .put("member_count", thread.threadMemberIds().size());
        update.putArray("removed_member_ids").add(user(call));
        world.dispatch("THREAD_MEMBERS_UPDATE", update);
        return Reply.nothing();
    }

    private String user(Call call) {
        String named = call.variable("user");
        return named.equals("@me") ? world.bot().id() : named;
    }

    private FakeChannel thread(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        if (!channel.isThread()) {
            throw ApiError.unknownChannel();
        }
        if (channel.archived()) {
            throw ApiError.archivedThread();
        }
        return channel;
    }
}
