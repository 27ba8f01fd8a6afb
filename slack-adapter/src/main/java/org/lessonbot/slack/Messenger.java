package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.adapter.Complaints;
import org.lessonbot.slack.RateLimits.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things in Slack's channels, each when its turn is. Where a channel cannot be written to, its teachers are told so, once. An
 * answer that gets lost can make a post stand there twice, because a bot without history cannot look.
 */
final class Messenger {
    private static final Logger log = LoggerFactory.getLogger(Messenger.class);
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int MOST = 5_000;
    private static final String CANNOT_WRITE = "slack.cannot-write";

    private final WebApi api;
    private final SlackPainter painter;
    private final Budget budget;
    private final Words words;
    private final Complaints complaints;
    private final Cache<String, String> posted;
    private final Set<String> chartless = ConcurrentHashMap.newKeySet();

    /** @param consoles by which teachers are told what cannot be said in their channel */
    Messenger(WebApi api, SlackPainter painter, Consoles consoles, Budget budget, Words words, Clock clock) {
        this.api = api;
        this.painter = painter;
        this.budget = budget;
        this.words = words;
        this.complaints = new Complaints(consoles::tell);
        this.posted = Remembered.upTo(MOST, REMEMBERED, clock);
    }

    /**
     * Posts a message, once.
     *
     * @param key the same when it is to be posted again because nobody learnt whether it was
     * @return its address
     */
    String post(Room room, String key, Message message) throws PlatformException {
        String once = room.id() + " " + key;
        String before = posted.getIfPresent(once);
        if (before != null) {
            return before;
        }
        String text = painter.fallback(message);
        String ts = written(
                room,
                () -> charted(room, message, blocks -> {
                    budget.take(Calls.POSTS, room.id(), "post");
                    return budget.heed(
                            Calls.POSTS, room.id(), () -> send(room, SlackIds.channel(room), "", text, blocks));
                }));
        posted.put(once, ts);
        return ts;
    }

    /** Says something, once it is drawn. */
    @FunctionalInterface
    private interface Drawn<T> {
        T say(String blocks) throws PlatformException;
    }

    /** Says something. */
    @FunctionalInterface
    private interface Said {
        String say() throws PlatformException;
    }

    /**
     * Says a message with its charts. A workspace that refuses them, because Slack has not brought them to it, is not asked again while
     * the bot runs.
     */
    private <T> T charted(Room room, Message message, Drawn<T> said) throws PlatformException {
        List<LayoutBlock> drawn =
                chartless.contains(SlackIds.team(room)) ? painter.paint(message) : painter.paintWithCharts(message);
        try {
            return said.say(BlockKit.json(drawn));
        } catch (PlatformException.Rejected refusal) {
            if (drawn.stream().noneMatch(ChartBlock.class::isInstance) || !Faults.isOfBlocks(refusal)) {
                throw refusal;
            }
            log.warn("no charts in this workspace: {}", refusal.getMessage());
            chartless.add(SlackIds.team(room));
            return said.say(BlockKit.json(painter.paint(message)));
        }
    }

    /** @param thread below which post; empty for none */
    String write(Room room, String channel, String thread, Message message) throws PlatformException {
        return write(room, channel, thread, painter.fallback(message), painter.paint(message));
    }

    private String write(Room room, String channel, String thread, String text, List<LayoutBlock> blocks)
            throws PlatformException {
        return written(room, () -> send(room, channel, thread, text, BlockKit.json(blocks)));
    }

    private String written(Room room, Said said) throws PlatformException {
        try {
            String ts = said.say();
            complaints.settled(room, CANNOT_WRITE);
            return ts;
        } catch (PlatformException.Rejected refusal) {
            complaints.say(
                    room, CANNOT_WRITE, String.valueOf(refusal.getMessage()), Message.text(words.say(CANNOT_WRITE)));
            throw refusal;
        }
    }

    private String send(Room room, String channel, String thread, String text, String blocks) throws PlatformException {
        return api.once(
                room,
                client -> client.chatPostMessage(post -> {
                    post.channel(channel)
                            .text(text)
                            .blocksAsString(blocks)
                            .unfurlLinks(false)
                            .unfurlMedia(false);
                    return thread.isEmpty() ? post : post.threadTs(thread);
                }),
                ChatPostMessageResponse::getTs);
    }

    /** Says something with a line above it that calls upon these people. */
    void mention(Room room, List<String> people, Message message) throws PlatformException {
        budget.take(Calls.POSTS, room.id(), "remind");
        String names = people.stream().map(id -> "<@" + id + ">").collect(Collectors.joining(" "));
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(SectionBlock.builder()
                .text(MarkdownTextObject.builder().text(names).build())
                .build());
        blocks.addAll(painter.paint(message));
        String text = names + " " + painter.fallback(message);
        budget.heed(Calls.POSTS, room.id(), () -> write(room, SlackIds.channel(room), "", text, blocks));
    }

    /**
     * Says something in the app's own conversation with somebody.
     *
     * @throws PlatformException.Rejected if the app's page has no messages, or it may open none
     */
    void direct(Room room, String person, Message message) throws PlatformException {
        budget.take(Calls.GROUPS, SlackIds.team(room), "remind " + person);
        String direct = budget.heed(
                Calls.GROUPS,
                SlackIds.team(room),
                () -> api.ask(
                        room,
                        client -> client.conversationsOpen(open -> open.users(List.of(person))),
                        answer -> answer.getChannel() == null
                                ? null
                                : answer.getChannel().getId()));
        send(room, direct, "", painter.fallback(message), BlockKit.json(painter.paint(message)));
    }

    void edit(Room room, String address, Message message) throws PlatformException {
        String text = painter.fallback(message);
        try {
            charted(room, message, blocks -> {
                budget.take(Calls.EDITS, SlackIds.team(room), room.id());
                return budget.heed(
                        Calls.EDITS,
                        SlackIds.team(room),
                        () -> api.call(
                                room,
                                client -> client.chatUpdate(edit -> edit.channel(SlackIds.channel(room))
                                        .ts(address)
                                        .text(text)
                                        .blocksAsString(blocks))));
            });
        } catch (PlatformException.Gone gone) {
            forget(address);
            throw gone;
        }
    }

    private void forget(String address) {
        posted.asMap().values().removeIf(address::equals);
    }

    void remove(Room room, String address) throws PlatformException {
        forget(address);
        try {
            api.call(
                    room,
                    client -> client.chatDelete(
                            delete -> delete.channel(SlackIds.channel(room)).ts(address)));
        } catch (PlatformException.Gone already) {
            log.debug("{}", already.getMessage());
        }
    }

    /** Shows one person something in the channel, now: whoever acted waits for it. */
    void say(Room room, String person, Message message) throws PlatformException {
        budget.count(Calls.WHISPERS, SlackIds.team(room));
        show(room, person, message);
    }

    /** The same once its turn has come. */
    void show(Room room, String person, Message message) throws PlatformException {
        String text = painter.fallback(message);
        String blocks = BlockKit.json(painter.paint(message));
        api.call(
                room,
                client -> client.chatPostEphemeral(post -> post.channel(SlackIds.channel(room))
                        .user(person)
                        .text(text)
                        .blocksAsString(blocks)));
    }
}
