package org.lessonbot.discord;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consoles in front of the teachers of each room. Discord lets a whisper be changed for 15 minutes after an act, so a
 * console lives on for as long as its teacher uses it, and {@code /lesson console} gives a new one at any time.
 */
final class Consoles {
    private static final Logger log = LoggerFactory.getLogger(Consoles.class);

    private final Canvas canvas;
    private final LatestConsoles latest = new LatestConsoles();
    private final Map<Room, Shared> rooms = new HashMap<>();

    Consoles(Canvas canvas) {
        this.canvas = canvas;
    }

    /** How much consoles were told so far: to be noted when somebody does something. */
    long said() {
        return latest.said();
    }

    /** Who has a console in a room, or waits for the first. */
    private static final class Shared {
        private final Map<String, Console> consoles = new HashMap<>();
        /** Who has one for one lesson alone: they have no right of their own. */
        private final Set<String> asked = new HashSet<>();

        private final Map<Person, InteractionHook> waiting = new HashMap<>();

        private boolean isOver() {
            return waiting.values().stream().allMatch(InteractionHook::isExpired)
                    && consoles.values().stream().map(Console::hook).allMatch(InteractionHook::isExpired);
        }
    }

    private Shared shared(Room room) {
        if (!rooms.containsKey(room)) {
            rooms.values().removeIf(Shared::isOver);
        }
        return rooms.computeIfAbsent(room, none -> new Shared());
    }

    /**
     * A console was just put before a teacher.
     *
     * @param before how much had been said when they did what brought it
     */
    synchronized void opened(Room room, Person person, InteractionHook hook, String message, long before) {
        shared(room).waiting.remove(person);
        take(room, person, new Console(canvas, hook, message), before)
                .ifPresent(console -> latest.drawnSince(before, room).ifPresent(console::show));
    }

    /** Whether this is a console that somebody has. */
    synchronized boolean has(Room room, Person person, String message) {
        return there(room, person, message).isPresent();
    }

    private Optional<Console> there(Room room, Person person, String message) {
        return Optional.ofNullable(shared(room).consoles.get(person.id()))
                .filter(console -> console.message().equals(message));
    }

    /**
     * Somebody who leads used a console, perhaps one that was opened before a restart: from now on it lives by this act's token.
     *
     * @param before how much had been said when they did
     */
    synchronized void renew(Room room, Person person, InteractionHook hook, String message, long before) {
        there(room, person, message)
                .or(() -> take(room, person, new Console(canvas, hook, message), before))
                .ifPresent(console -> {
                    console.renew(hook);
                    latest.drawnSince(0, room).ifPresent(console::show);
                });
    }

    /** What somebody did before theirs was closed gives it to nobody again, however late its answer comes. */
    private Optional<Console> take(Room room, Person person, Console console, long before) {
        Optional<Message> closed = latest.closedSince(before, room, person.id());
        closed.ifPresent(console::show);
        if (closed.isPresent() || !person.leads() && latest.anotherLessonSince(before, room)) {
            return Optional.empty();
        }
        Shared shared = shared(room);
        shared.consoles.put(person.id(), console);
        shared.asked.remove(person.id());
        if (!person.leads()) {
            shared.asked.add(person.id());
        }
        return Optional.of(console);
    }

    /** A teacher has begun a lesson: the console comes when the lesson has one. */
    synchronized void await(Room room, Person person, InteractionHook hook, long before) {
        latest.drawnSince(before, room)
                .ifPresentOrElse(
                        message -> bring(room, person, hook, message),
                        () -> shared(room).waiting.put(person, hook));
    }

    /** All consoles of the room show this now. */
    synchronized void show(Room room, long lesson, Message message) {
        long before = said();
        latest.drawn(room, lesson, message);
        Shared shared = shared(room);
        if (latest.anotherLessonSince(before, room)) {
            shared.consoles.keySet().removeAll(shared.asked);
        }
        shared.consoles.values().forEach(console -> console.show(message));
        shared.waiting.forEach((person, hook) -> bring(room, person, hook, message));
        shared.waiting.clear();
    }

    private void bring(Room room, Person person, InteractionHook hook, Message message) {
        long before = said();
        Requests.send(
                hook.sendMessage(canvas.console(message)).setEphemeral(true),
                console -> renew(room, person, hook, console.getId(), before),
                failure -> log.debug("a console was not opened", failure));
    }

    /**
     * Tells the teachers who can be reached something beside their consoles.
     *
     * @return whether there was anybody to tell
     */
    synchronized boolean tell(Room room, Message message) {
        Shared shared = shared(room);
        Map<String, InteractionHook> reach = new HashMap<>();
        shared.waiting.forEach((person, hook) -> reach.put(person.id(), hook));
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
        latest.closed(room, person, instead);
        Optional.ofNullable(shared(room).consoles.get(person)).ifPresent(console -> console.show(instead));
        forget(room, person);
    }

    synchronized void forget(Room room, String person) {
        Shared shared = rooms.getOrDefault(room, new Shared());
        shared.consoles.remove(person);
        shared.waiting.keySet().removeIf(one -> one.id().equals(person));
    }
}
