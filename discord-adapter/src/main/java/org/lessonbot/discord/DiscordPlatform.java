package org.lessonbot.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows posts in channels, desks on consoles, and whispers to whoever did something lately. */
public final class DiscordPlatform implements Platform {
    private static final Logger log = LoggerFactory.getLogger(DiscordPlatform.class);

    /** Discord lets a bot change a channel's messages about five times in five seconds; one is kept for a move of the lesson. */
    static final Duration PACE = Duration.ofMillis(1_250);

    private final DiscordConnection connection;
    private final Canvas canvas;
    private final Whispers whispers;
    private final Consoles consoles;
    private final PairRooms pairs;
    private final Words words;
    private final Duration pace;
    private final Clock clock;
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    DiscordPlatform(
            DiscordConnection connection,
            Canvas canvas,
            Whispers whispers,
            Consoles consoles,
            Words words,
            Duration pace,
            Clock clock) {
        this.connection = connection;
        this.canvas = canvas;
        this.whispers = whispers;
        this.consoles = consoles;
        this.pairs = new PairRooms();
        this.words = words;
        this.pace = pace;
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
    public String post(Room room, Place place, String key, Message message) throws PlatformException {
        if (place == Place.DESK) {
            consoles.show(room, message);
            return DiscordIds.DESK;
        }
        GuildMessageChannel channel = connection.channel(room);
        demand(room, channel, Permission.VIEW_CHANNEL);
        demand(room, channel, Permission.MESSAGE_SEND);
        return Faults.call(
                        channel, () -> channel.sendMessage(canvas.post(message)).setNonce(DiscordIds.nonce(key)))
                .getId();
    }

    @Override
    public void edit(Room room, Place place, String address, Message message) throws PlatformException {
        if (place == Place.DESK) {
            consoles.show(room, message);
            return;
        }
        GuildMessageChannel channel = connection.channel(room);
        demand(room, channel, Permission.VIEW_CHANNEL);
        demand(room, channel, Permission.MESSAGE_SEND);
        try {
            Faults.change(
                    channel, address, clock.instant(), () -> channel.editMessageById(address, canvas.edit(message)));
        } catch (PlatformException.Gone gone) {
            // It may still stand there, too old to be edited; the one posted anew takes its place.
            channel.deleteMessageById(address).queue(deleted -> {}, absent -> {});
            throw gone;
        }
    }

    @Override
    public void whisper(Room room, String person, String slot, Message message) {
        whispers.tell(room, person, slot, message);
    }

    @Override
    public void remove(Room room, Place place, String address) throws PlatformException {
        if (place == Place.DESK) {
            return;
        }
        GuildMessageChannel channel = connection.channel(room);
        try {
            Faults.call(channel, () -> channel.deleteMessageById(address));
        } catch (PlatformException.Gone already) {
            log.debug("{} was removed before", address);
        }
    }

    @Override
    public Duration pace() {
        return pace;
    }

    /** Where the bot may not open threads people write elsewhere, and the post stays as it is. */
    @Override
    public void openThread(Room room, String address, String title) throws PlatformException {
        GuildMessageChannel channel = connection.channel(room);
        if (!(channel instanceof IThreadContainer container)) {
            return;
        }
        if (!may(channel, Permission.CREATE_PUBLIC_THREADS)) {
            complain(room, channel, Permission.CREATE_PUBLIC_THREADS);
            return;
        }
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
        if (channel instanceof IThreadContainer container && may(channel, Permission.CREATE_PRIVATE_THREADS)) {
            pairs.gather(container, title, people);
        }
    }

    @Override
    public void forget(Room room, String person) {
        whispers.forget(room, person);
        consoles.forget(room, person);
    }

    private static boolean may(GuildMessageChannel channel, Permission permission) {
        return channel.getGuild().getSelfMember().hasPermission(channel, permission);
    }

    private void demand(Room room, GuildMessageChannel channel, Permission permission) throws PlatformException {
        if (!may(channel, permission)) {
            complain(room, channel, permission);
            throw Faults.lacks(channel, permission);
        }
        complaints.remove(room.id() + permission);
        told.remove(room.id() + permission);
    }

    /** Says once to the operator what is missing, and once to the teachers, as soon as one of them can be reached. */
    private void complain(Room room, GuildMessageChannel channel, Permission permission) {
        if (complaints.add(room.id() + permission)) {
            log.warn("{}", Faults.lacks(channel, permission).getMessage());
        }
        if (!told.contains(room.id() + permission)
                && consoles.tell(room, Message.text(words.say("discord.lacks", permission.getName())))) {
            told.add(room.id() + permission);
        }
    }
}
