package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.adapter.Complaints;
import org.lessonbot.slack.RateLimits.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in Slack what the engine says. Posts of one channel and edits of one workspace are kept apart in time as Slack asks;
 * an answer that gets lost can make a post stand there twice, because a bot without history cannot look.
 */
final class SlackPlatform implements Platform {
    private static final Logger log = LoggerFactory.getLogger(SlackPlatform.class);

    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final String CANNOT_WRITE = "slack.cannot-write";
    private static final int MOST = 5_000;
    /** conversations.open takes eight people beside the bot. */
    private static final int LARGEST_GROUP = 8;

    private final WebApi api;
    private final IntSupplier open;
    private final SlackPainter painter;
    private final Consoles consoles;
    private final Errands errands;
    private final Words words;
    private final RateLimits limits;
    private final Budget budget;
    private final Turns turns;
    private final Cache<String, String> posted;
    private final Cache<String, List<String>> gathered;
    private final Complaints complaints;
    private final Set<String> chartless = ConcurrentHashMap.newKeySet();

    SlackPlatform(
            WebApi api,
            SlackPainter painter,
            Consoles consoles,
            Errands errands,
            Words words,
            RateLimits limits,
            Budget budget,
            Clock clock,
            Time time,
            IntSupplier open) {
        this.api = api;
        this.open = open;
        this.painter = painter;
        this.consoles = consoles;
        this.errands = errands;
        this.words = words;
        this.limits = limits;
        this.budget = budget;
        this.turns = new Turns(budget, limits.minute(), time);
        this.posted = Remembered.upTo(MOST, REMEMBERED, clock);
        this.gathered = Remembered.upTo(MOST, REMEMBERED, clock);
        this.complaints = new Complaints(consoles::tell);
    }

    @Override
    public String name() {
        return SlackIds.PLATFORM;
    }

    @Override
    public int connections() {
        return open.getAsInt();
    }

    @Override
    public String post(Room room, String key, Message message) throws PlatformException {
        String once = room.id() + " " + key;
        String before = posted.getIfPresent(once);
        if (before != null) {
            return before;
        }
        String text = painter.fallback(message);
        String ts = written(
                room,
                () -> charted(room, message, blocks -> {
                    turns.take(Calls.POSTS, room.id(), "post");
                    return send(room, SlackIds.channel(room), "", text, blocks);
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

    private String write(Room room, String channel, String thread, Message message) throws PlatformException {
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

    /** In the app's own conversation with them. An app whose page has no messages, or that may not open any, cannot. */
    @Override
    public Reached remind(Room room, String person, Message message) throws PlatformException {
        turns.take(Calls.GROUPS, SlackIds.team(room), "remind " + person);
        try {
            String direct = api.ask(
                    room,
                    client -> client.conversationsOpen(open -> open.users(List.of(person))),
                    answer -> answer.getChannel() == null
                            ? null
                            : answer.getChannel().getId());
            send(room, direct, "", painter.fallback(message), BlockKit.json(painter.paint(message)));
            return Reached.SENT;
        } catch (PlatformException.Rejected refusal) {
            log.warn("no private message: {}", refusal.getMessage());
            return Reached.REFUSED;
        }
    }

    @Override
    public boolean mention(Room room, String key, List<String> people, Message message) throws PlatformException {
        turns.take(Calls.POSTS, room.id(), "remind");
        String names = people.stream().map(id -> "<@" + id + ">").collect(Collectors.joining(" "));
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(SectionBlock.builder()
                .text(MarkdownTextObject.builder().text(names).build())
                .build());
        blocks.addAll(painter.paint(message));
        write(room, SlackIds.channel(room), "", names + " " + painter.fallback(message), blocks);
        return true;
    }

    /** Slack's own address of a channel; that of a post would need the workspace's name. */
    @Override
    public Optional<URI> link(Room room, String address) {
        return Optional.of(URI.create(
                "https://slack.com/app_redirect?team=" + SlackIds.team(room) + "&channel=" + SlackIds.channel(room)));
    }

    @Override
    public void edit(Room room, String address, Message message) throws PlatformException {
        String text = painter.fallback(message);
        try {
            charted(room, message, blocks -> {
                turns.take(Calls.EDITS, SlackIds.team(room), room.id());
                return api.call(
                        room,
                        client -> client.chatUpdate(edit -> edit.channel(SlackIds.channel(room))
                                .ts(address)
                                .text(text)
                                .blocksAsString(blocks)));
            });
        } catch (PlatformException.Gone gone) {
            forget(address);
            throw gone;
        }
    }

    private void forget(String address) {
        posted.asMap().values().removeIf(address::equals);
    }

    @Override
    public void remove(Room room, String address) throws PlatformException {
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

    @Override
    public void console(Room room, long lesson, Message message) {
        consoles.draw(room, message);
    }

    @Override
    public void closeConsole(Room room, String person, Message instead) {
        consoles.close(room, person, instead);
    }

    @Override
    public void whisper(Room room, String person, String slot, Message message) {
        errands.send(
                SlackIds.team(room),
                Errands.Kind.WHISPER,
                room.id() + "/" + person + "/" + slot,
                () -> show(room, person, message));
    }

    /** Shows one person something in the channel, now: whoever acted waits for it. */
    void say(Room room, String person, Message message) throws PlatformException {
        budget.count(Calls.WHISPERS, SlackIds.team(room));
        show(room, person, message);
    }

    private void show(Room room, String person, Message message) throws PlatformException {
        String text = painter.fallback(message);
        String blocks = BlockKit.json(painter.paint(message));
        api.call(
                room,
                client -> client.chatPostEphemeral(post -> post.channel(SlackIds.channel(room))
                        .user(person)
                        .text(text)
                        .blocksAsString(blocks)));
    }

    @Override
    public Duration pace() {
        return limits.apart(Calls.EDITS);
    }

    /** Slack has a thread under every post; the first line of it shows people where to write. */
    @Override
    public void openThread(Room room, String address, String title) {
        Message opening = Message.text(words.say("slack.thread"));
        errands.send(SlackIds.team(room), Errands.Kind.POST, room.id() + "/" + address, () -> {
            turns.take(Calls.POSTS, room.id(), address);
            write(room, SlackIds.channel(room), address, opening);
        });
    }

    @Override
    public void gather(Room room, String title, List<String> people) {
        String place = room.id() + " " + title;
        if (people.size() <= LARGEST_GROUP && !people.equals(gathered.getIfPresent(place))) {
            gathered.put(place, people);
            errands.send(SlackIds.team(room), Errands.Kind.GATHERING, place, () -> open(room, title, people));
        }
    }

    private void open(Room room, String title, List<String> people) throws PlatformException {
        ConversationsOpenResponse opened = api.ask(
                room,
                client -> client.conversationsOpen(open -> open.users(people)),
                answer -> answer.getChannel() == null ? null : answer);
        if (!opened.isAlreadyOpen()) {
            // On its own: if Slack limits the rate now, what is tried again would find the conversation open.
            String place = opened.getChannel().getId();
            Message greeting = Message.of(new Block.Heading(title), new Block.Text(words.say("slack.gathered")));
            errands.send(SlackIds.team(room), Errands.Kind.POST, place, () -> write(room, place, "", greeting));
        }
    }

    @Override
    public void purge(Instant before, Set<Room> underWay) {
        budget.forget(before);
    }
}
