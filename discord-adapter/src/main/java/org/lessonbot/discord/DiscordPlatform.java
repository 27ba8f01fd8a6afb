package org.lessonbot.discord;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.adapter.Complaints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows posts in channels, consoles to teachers, and whispers to whoever did something lately. */
public final class DiscordPlatform implements Platform {
    private static final Logger log = LoggerFactory.getLogger(DiscordPlatform.class);

    /** Discord lets a bot change a channel's messages about five times in five seconds; one is kept for a move of the lesson. */
    private static final Duration PACE = Duration.ofMillis(1_250);

    private static final Duration WHILE_AWAY = Duration.ofMinutes(1);

    private final DiscordConnection connection;
    private final Canvas canvas;
    private final Whispers whispers;
    private final Consoles consoles;
    private final Hangings hangings = new Hangings();
    private final PairRooms pairs;
    private final Words words;
    private final Clock clock;
    private final Complaints complaints;
    private volatile Runnable again = () -> {};

    DiscordPlatform(
            DiscordConnection connection,
            Canvas canvas,
            Whispers whispers,
            Consoles consoles,
            Words words,
            Clock clock) {
        this.connection = connection;
        this.canvas = canvas;
        this.whispers = whispers;
        this.consoles = consoles;
        this.pairs = new PairRooms();
        this.complaints = new Complaints(consoles::tell);
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return DiscordIds.PLATFORM;
    }

    @Override
    public boolean serves(Room room) {
        return connection.serves(room);
    }

    @Override
    public int connections() {
        return connection.connected();
    }

    @Override
    public String post(Room room, String key, Message message) throws PlatformException {
        GuildMessageChannel channel = open(room, connection.channel(room));
        Album album = album(room, channel, message, Map.of());
        try {
            return sent(channel, key, message, album);
        } catch (PlatformException.Rejected refused) {
            return sent(channel, key, message, afterRefusal(refused, channel, album));
        }
    }

    private String sent(GuildMessageChannel channel, String key, Message message, Album album)
            throws PlatformException {
        net.dv8tion.jda.api.entities.Message posted = Faults.call(
                channel, () -> channel.sendMessage(canvas.post(message, album)).setNonce(DiscordIds.nonce(key)));
        hangings.saw(posted);
        return posted.getId();
    }

    /** What may be wrong with pictures alone: that they no longer hang there, or that JDA has not heard of a right that was taken away. */
    private static Album afterRefusal(PlatformException.Rejected refused, GuildMessageChannel channel, Album album)
            throws PlatformException.Rejected {
        if (album.files().isEmpty()) {
            throw refused;
        }
        log.warn("pictures are refused in {}: {}", Faults.place(channel), refused.getMessage());
        return album.keeps() ? Album.of(Map.of()) : Album.closed();
    }

    @Override
    public void edit(Room room, String address, Message message) throws PlatformException {
        GuildMessageChannel channel = open(room, connection.channel(room));
        Album album = album(room, channel, message, hangings.in(address));
        try {
            change(channel, address, message, album);
        } catch (PlatformException.Gone gone) {
            hangings.forget(address);
            // It may still stand there, too old to be edited; the one posted anew takes its place.
            Requests.send(channel.deleteMessageById(address), deleted -> {}, absent -> {});
            throw gone;
        } catch (PlatformException.Rejected refused) {
            Album another = afterRefusal(refused, channel, album);
            hangings.forget(address);
            change(channel, address, message, another);
        }
    }

    private void change(GuildMessageChannel channel, String address, Message message, Album album)
            throws PlatformException {
        hangings.saw(Faults.change(
                channel,
                address,
                clock.instant(),
                () -> channel.editMessageById(address, canvas.edit(message, album))));
    }

    /** @param hanging the files that the post already has */
    private Album album(Room room, GuildMessageChannel channel, Message message, Map<String, String> hanging) {
        if (message.blocks().stream().noneMatch(Block.Figure.class::isInstance)) {
            return Album.closed();
        }
        List<Permission> lacking = Needs.lacking(channel, Needs.toShowPictures());
        if (!lacking.isEmpty()) {
            complain(room, channel, "discord.no-pictures", lacking);
            return Album.closed();
        }
        complaints.settled(room, "discord.no-pictures");
        return Album.of(hanging);
    }

    @Override
    public void console(Room room, long lesson, Message message) {
        consoles.show(room, lesson, message);
    }

    @Override
    public void whisper(Room room, String person, String slot, Message message) {
        whispers.tell(room, person, slot, message);
    }

    /** Somebody who has not written to the bot, or is young, may have it in a box of requests: Discord does not say so. */
    @Override
    public Reached remind(Room room, String person, Message message) throws PlatformException {
        GuildMessageChannel channel = connected(room);
        return Faults.isTaken(
                        channel,
                        () -> channel.getJDA()
                                .openPrivateChannelById(person)
                                .flatMap(direct -> direct.sendMessage(canvas.post(message))))
                ? Reached.SENT
                : Reached.REFUSED;
    }

    @Override
    public boolean mention(Room room, String key, List<String> people, Message message) throws PlatformException {
        GuildMessageChannel channel = open(room, connected(room));
        Faults.call(
                channel,
                () -> channel.sendMessage(canvas.calling(people, message)).setNonce(DiscordIds.nonce(key)));
        return true;
    }

    /** What is made once is put off while this instance is not connected. */
    private GuildMessageChannel connected(Room room) throws PlatformException {
        try {
            return connection.channel(room);
        } catch (PlatformException.Transient away) {
            throw new PlatformException.RateLimited(String.valueOf(away.getMessage()), WHILE_AWAY);
        }
    }

    @Override
    public Optional<URI> link(Room room, String address) {
        return Optional.of(URI.create("https://discord.com/channels/" + room.id() + "/" + address));
    }

    @Override
    public void remove(Room room, String address) throws PlatformException {
        GuildMessageChannel channel = connection.channel(room);
        hangings.forget(address);
        try {
            Threads.wake(channel);
            Faults.call(channel, () -> channel.deleteMessageById(address));
        } catch (PlatformException.Gone already) {
            log.debug("{} was removed before", address);
        }
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    /** Where the bot may not open threads people write elsewhere, and the post stays as it is. */
    @Override
    public void openThread(Room room, String address, String title) throws PlatformException {
        GuildMessageChannel channel = connection.channel(room);
        Optional<List<Permission>> needed = Needs.toOpenThreads(channel.getType());
        if (needed.isEmpty() || !(channel instanceof IThreadContainer container)) {
            return;
        }
        List<Permission> lacking = Needs.lacking(channel, needed.get());
        if (!lacking.isEmpty()) {
            complain(room, channel, "discord.no-threads", lacking);
            return;
        }
        complaints.settled(room, "discord.no-threads");
        String name = Limits.fit(PlainText.label(title), PairRooms.NAME);
        try {
            Faults.call(channel, () -> container.createThreadChannel(name, address));
        } catch (PlatformException.Rejected | PlatformException.Gone refused) {
            // An earlier try may have opened it before its answer was lost.
            log.info("no new thread under {}: {}", address, refused.getMessage());
        }
    }

    @Override
    public void gather(Room room, String title, List<String> people) throws PlatformException {
        GuildMessageChannel channel = connection.channel(room);
        Optional<List<Permission>> needed = Needs.toSeatPairs(channel.getType());
        if (needed.isEmpty() || !(channel instanceof IThreadContainer container)) {
            noPairRooms(room, channel, "Discord has private threads in text channels alone");
            return;
        }
        List<Permission> lacking = Needs.lacking(channel, needed.get());
        if (!lacking.isEmpty()) {
            complain(room, channel, "discord.no-pair-rooms", lacking);
            return;
        }
        complaints.settled(room, "discord.no-pair-rooms");
        pairs.gather(container, title, people, refused -> noPairRooms(room, channel, refused));
    }

    private void noPairRooms(Room room, GuildMessageChannel channel, String why) {
        complaints.say(
                room,
                "discord.no-pair-rooms-here",
                "no private threads for pairs in " + Faults.place(channel) + ": " + why,
                Message.text(words.say("discord.no-pair-rooms-here")));
    }

    @Override
    public void closeConsole(Room room, String person, Message instead) {
        consoles.close(room, person, instead);
    }

    @Override
    public void forget(Room room, String person) {
        whispers.forget(room, person);
        consoles.forget(room, person);
    }

    @Override
    public void whenBack(Runnable tryAgain) {
        again = tryAgain;
    }

    /** The bot is connected. */
    void back() {
        again.run();
    }

    /** A channel or thread is no longer there. */
    void deleted(String channel) {
        pairs.deleted(channel);
    }

    /** Somebody changed who may do what in a channel or thread: perhaps the bot may now what it could not. */
    void changed(GuildChannel channel) {
        pairs.askAnew(channel.getId());
        boolean inThreads = channel instanceof IThreadContainer
                && Needs.lacking(channel, Needs.toPost(ChannelType.GUILD_PUBLIC_THREAD, false))
                        .isEmpty();
        if (inThreads || Needs.lacking(channel, Needs.toPost(channel)).isEmpty()) {
            again.run();
        }
    }

    /** The channel, once it can be written in. */
    private GuildMessageChannel open(Room room, GuildMessageChannel channel) throws PlatformException {
        List<Permission> lacking = Needs.lacking(channel, Needs.toPost(channel));
        if (!lacking.isEmpty()) {
            complain(room, channel, Needs.complaint(lacking), lacking);
            throw Faults.lacks(channel, lacking);
        }
        complaints.settled(room, "discord.let-in");
        complaints.settled(room, "discord.locked");
        Threads.wake(channel);
        return channel;
    }

    private void complain(Room room, GuildMessageChannel channel, String what, List<Permission> lacking) {
        complaints.say(
                room,
                what,
                String.valueOf(Faults.lacks(channel, lacking).getMessage()),
                Message.text(words.say(what, Needs.names(lacking))));
    }
}
