package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.discord.fake.FakeChannel.ThreadState;

/** Messages in channels, threads and direct conversations. */
final class MessageRoutes {
    private static final int DEFAULT_PAGE = 50;
    /** Discord limits edits of messages over an hour old in each channel, but publishes no number: a cautious guess. */
    private static final int OLD_EDITS = 3;

    /** Discord remembers a nonce for "the past few minutes". */
    private static final Duration NONCE_LIFE = Duration.ofMinutes(5);

    private static final Duration OLD_EDIT_WINDOW = Duration.ofMinutes(1);

    private final World world;
    private final Access access;
    private final Posts posts;
    private final Map<String, FakeMessage> byNonce = new HashMap<>();
    private final Map<FakeChannel, Deque<Instant>> oldEdits = new HashMap<>();

    MessageRoutes(World world, Access access, Posts posts) {
        this.world = world;
        this.access = access;
        this.posts = posts;
    }

    void serve(RestServer server) {
        server.on(Route.POST_MESSAGE, this::post);
        server.on(Route.LIST_MESSAGES, this::list);
        server.on(Route.GET_MESSAGE, call -> Reply.ok(Payloads.message(find(call))));
        server.on(Route.EDIT_MESSAGE, this::edit);
        server.on(Route.DELETE_MESSAGE, this::delete);
        server.on(Route.TYPING, this::typing);
    }

    private Reply post(Call call) {
        FakeChannel channel = writable(call);
        JsonNode body = call.body();
        if (!call.files().isEmpty()) {
            access.need(channel, Permission.MESSAGE_ATTACH_FILES);
        }
        if (!body.path("embeds").isEmpty()) {
            access.need(channel, Permission.MESSAGE_EMBED_LINKS);
        }
        boolean once = body.path("enforce_nonce").asBoolean() && body.hasNonNull("nonce");
        String key = channel.id() + ":" + body.path("nonce").asText();
        Optional<FakeMessage> posted = Optional.ofNullable(once ? byNonce.get(key) : null)
                .filter(message -> message.created().plus(NONCE_LIFE).isAfter(world.now()));
        FakeMessage message = posted.orElseGet(() -> posts.create(call, body, "", channel, null));
        if (once) {
            byNonce.put(key, message);
        }
        return Reply.ok(Posts.withNonce(Payloads.message(message), body));
    }

    /** A channel the bot may write in; writing wakes an archived thread that is not locked. */
    private FakeChannel writable(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        access.need(channel, channel.isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
        if (channel.recipient().filter(world::refusesDirectMessages).isPresent()) {
            throw ApiError.closedToBots();
        }
        if (channel.locked() && !access.may(channel, Permission.MANAGE_THREADS)) {
            throw channel.archived() ? ApiError.archivedThread() : ApiError.lockedThread();
        }
        if (channel.archived()) {
            ThreadState state = channel.thread();
            channel.thread(
                    new ThreadState(state.ownerId(), false, state.locked(), state.archiveMinutes(), world.now()));
            world.dispatch("THREAD_UPDATE", Payloads.channel(channel));
        }
        return channel;
    }

    private Reply list(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        access.need(channel, Permission.MESSAGE_HISTORY);
        int most = Integer.parseInt(call.query().getOrDefault("limit", Integer.toString(DEFAULT_PAGE)));
        List<FakeMessage> shown = channel.messages().stream()
                .filter(message -> !message.deleted() && !message.ephemeral())
                .toList();
        ArrayNode page = Json.array();
        for (int i = shown.size() - 1; i >= 0 && page.size() < most; i--) {
            page.add(Payloads.message(shown.get(i)));
        }
        return Reply.ok(page);
    }

    private FakeMessage find(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        access.need(channel, Permission.MESSAGE_HISTORY);
        return access.message(channel, call.variable("message"));
    }

    private Reply edit(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        FakeMessage message = access.message(channel, call.variable("message"));
        if (!message.author().id().equals(world.bot().id())) {
            throw ApiError.notYourMessage();
        }
        if (channel.archived()) {
            throw ApiError.archivedThread();
        }
        if (!call.files().isEmpty()) {
            access.need(channel, Permission.MESSAGE_ATTACH_FILES);
        }
        countOldEdit(message);
        posts.edit(call, call.body(), "", message);
        return Reply.ok(Payloads.message(message));
    }

    private void countOldEdit(FakeMessage message) {
        Instant now = world.now();
        if (message.created().plus(Duration.ofHours(1)).isAfter(now)) {
            return;
        }
        Deque<Instant> edits = oldEdits.computeIfAbsent(message.channel(), none -> new ArrayDeque<>());
        edits.removeIf(edit -> edit.plus(OLD_EDIT_WINDOW).isBefore(now));
        if (edits.size() >= OLD_EDITS) {
            Duration wait = Duration.between(now, edits.getFirst().plus(OLD_EDIT_WINDOW));
            throw ApiError.tooManyOldEdits(wait.toSeconds() + 1);
        }
        edits.add(now);
    }

    private Reply delete(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        FakeMessage message = access.message(channel, call.variable("message"));
        if (!message.author().id().equals(world.bot().id())) {
            access.need(channel, Permission.MESSAGE_MANAGE);
        }
        posts.delete(message);
        return Reply.nothing();
    }

    private Reply typing(Call call) {
        FakeChannel channel = access.visible(call.variable("channel"));
        access.need(channel, Permission.MESSAGE_SEND);
        return Reply.nothing();
    }
}
