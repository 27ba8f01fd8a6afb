package org.lessonbot.slack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.RateLimits.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in Slack what the engine says. Posts of one channel and edits of one workspace are kept apart in time as Slack asks.
 */
final class SlackPlatform implements Platform {
    private static final Logger log = LoggerFactory.getLogger(SlackPlatform.class);

    private final Messenger messenger;
    private final Places places;
    private final Consoles consoles;
    private final Errands errands;
    private final Budget budget;
    private final IntSupplier open;
    private volatile Runnable again = () -> {};

    /** @param open how many connections there are */
    SlackPlatform(
            Messenger messenger, Places places, Consoles consoles, Errands errands, Budget budget, IntSupplier open) {
        this.messenger = messenger;
        this.places = places;
        this.consoles = consoles;
        this.errands = errands;
        this.budget = budget;
        this.open = open;
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
        return messenger.post(room, key, message);
    }

    @Override
    public void edit(Room room, String address, Message message) throws PlatformException {
        messenger.edit(room, address, message);
    }

    @Override
    public void remove(Room room, String address) throws PlatformException {
        messenger.remove(room, address);
    }

    /** In the app's own conversation with them. An app whose page has no messages, or that may not open any, cannot. */
    @Override
    public Reached remind(Room room, String person, Message message) throws PlatformException {
        try {
            messenger.direct(room, person, message);
            return Reached.SENT;
        } catch (PlatformException.Rejected refusal) {
            log.warn("no private message: {}", refusal.getMessage());
            return Reached.REFUSED;
        }
    }

    @Override
    public boolean mention(Room room, String key, List<String> people, Message message) throws PlatformException {
        messenger.mention(room, people, message);
        return true;
    }

    /** Slack's own address of a channel; that of a post would need the workspace's name. */
    @Override
    public Optional<URI> link(Room room, String address) {
        return Optional.of(URI.create(
                "https://slack.com/app_redirect?team=" + SlackIds.team(room) + "&channel=" + SlackIds.channel(room)));
    }

    @Override
    public void console(Room room, long lesson, Message message) {
        consoles.draw(room, lesson, message);
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
                () -> messenger.show(room, person, message));
    }

    @Override
    public Duration pace() {
        return budget.apart(Calls.EDITS);
    }

    @Override
    public void openThread(Room room, String address, String title) {
        places.openThread(room, address);
    }

    @Override
    public void gather(Room room, String title, List<String> people) {
        places.gather(room, title, people);
    }

    @Override
    public void whenBack(Runnable tryAgain) {
        again = tryAgain;
    }

    /** Slack can be reached, for the first time or again. */
    void back() {
        again.run();
    }

    @Override
    public void purge(Instant before, Set<Room> underWay) {
        budget.forget(before);
    }
}
