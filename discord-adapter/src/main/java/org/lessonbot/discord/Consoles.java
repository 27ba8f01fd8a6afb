package org.lessonbot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consoles in front of the teachers of each room. Discord lets a whisper be changed for 15 minutes after an act, so a
 * console lives on for as long as its teacher uses it, and {@code /lesson console} gives a new one at any time.
 */
final class Consoles {
    private static final Logger log = LoggerFactory.getLogger(Consoles.class);

    /** A room whose console did not change for so long is forgotten, once nobody can be shown it any more. */
    private static final Duration LESSON = Duration.ofHours(12);

    private final Canvas canvas;
    private final Clock clock;
    private final Map<Room, Shared> rooms = new HashMap<>();

    Consoles(Canvas canvas, Clock clock) {
        this.canvas = canvas;
        this.clock = clock;
    }

    /** What all consoles of a room show, and who has one, or waits for the first. */
    private static final class Shared {
        private final Map<String, Console> consoles = new HashMap<>();
        private final Map<String, InteractionHook> waiting = new HashMap<>();
        private final Map<String, Closed> closed = new HashMap<>();
        private Optional<Message> latest = Optional.empty();
        private Instant since = Instant.EPOCH;

        private boolean isOver(Instant past) {
            return since.isBefore(past)
                    && waiting.values().stream().allMatch(InteractionHook::isExpired)
                    && consoles.values().stream().map(Console::hook).allMatch(InteractionHook::isExpired);
        }
    }

    /** @param instead what stands where the console was */
    private record Closed(Instant at, Message instead) {}

    private Shared shared(Room room) {
        if (!rooms.containsKey(room)) {
            Instant past = clock.instant().minus(LESSON);
            rooms.values().removeIf(shared -> shared.isOver(past));
        }
        return rooms.computeIfAbsent(room, none -> new Shared());
    }

    /** A console was just put before a teacher, drawn after that instant. */
    synchronized void opened(Room room, String person, InteractionHook hook, String message, Instant drawn) {
        Shared shared = shared(room);
        Console console = new Console(canvas, hook, message);
        shared.waiting.remove(person);
        if (staysClosed(shared, person, console, drawn)) {
            return;
        }
        shared.consoles.put(person, console);
        if (shared.since.isAfter(drawn)) {
            shared.latest.ifPresent(console::show);
        }
    }

    /**
     * A teacher used a console at that instant, perhaps one that was opened before a restart: from now on it lives by this act's
     * token.
     */
    synchronized void renew(Room room, String person, InteractionHook hook, String message, Instant used) {
        Shared shared = shared(room);
        Console console = shared.consoles.get(person);
        if (console == null || !console.message().equals(message)) {
            console = new Console(canvas, hook, message);
            if (staysClosed(shared, person, console, used)) {
                return;
            }
            shared.consoles.put(person, console);
        }
        console.renew(hook);
        shared.latest.ifPresent(console::show);
    }

    /** What somebody did before theirs was closed gives it to nobody again, however late its answer comes. */
    private static boolean staysClosed(Shared shared, String person, Console console, Instant did) {
        Optional<Closed> closed = Optional.ofNullable(shared.closed.get(person))
                .filter(one -> one.at().isAfter(did));
        closed.ifPresent(one -> console.show(one.instead()));
        return closed.isPresent();
    }

    /** A teacher has begun a lesson: the console comes when the lesson has one. */
    synchronized void await(Room room, String person, InteractionHook hook, Instant begun) {
        Shared shared = shared(room);
        if (shared.since.isBefore(begun)) {
            shared.waiting.put(person, hook);
        } else {
            shared.latest.ifPresent(message -> bring(room, person, hook, message));
        }
    }

    /** All consoles of the room show this now. */
    synchronized void show(Room room, Message message) {
        Shared shared = shared(room);
        shared.latest = Optional.of(message);
        shared.since = clock.instant();
        shared.consoles.values().forEach(console -> console.show(message));
        shared.waiting.forEach((person, hook) -> bring(room, person, hook, message));
        shared.waiting.clear();
    }

    private void bring(Room room, String person, InteractionHook hook, Message message) {
        Instant brought = clock.instant();
        Requests.send(
                hook.sendMessage(canvas.console(message)).setEphemeral(true),
                console -> renew(room, person, hook, console.getId(), brought),
                failure -> log.debug("a console was not opened", failure));
    }

    /**
     * Tells the teachers who can be reached something beside their consoles.
     *
     * @return whether there was anybody to tell
     */
    synchronized boolean tell(Room room, Message message) {
        Shared shared = shared(room);
        Map<String, InteractionHook> reach = new HashMap<>(shared.waiting);
        shared.consoles.forEach((person, console) -> reach.putIfAbsent(person, console.hook()));
        reach.values().removeIf(InteractionHook::isExpired);
        reach.values()
                .forEach(hook -> Requests.send(
                        hook.sendMessage(canvas.post(message)).setEphemeral(true),
                        told -> {},
                        failure -> log.debug("a teacher was not told", failure)));
        return !reach.isEmpty();
    }

    /** Shows this in somebody's console once more, and nothing after it. */
    synchronized void close(Room room, String person, Message instead) {
        Shared shared = shared(room);
        Optional.ofNullable(shared.consoles.get(person)).ifPresent(console -> console.show(instead));
        shared.closed.put(person, new Closed(clock.instant(), instead));
        forget(room, person);
    }

    synchronized void forget(Room room, String person) {
        Shared shared = rooms.getOrDefault(room, new Shared());
        shared.consoles.remove(person);
        shared.waiting.remove(person);
    }
}
