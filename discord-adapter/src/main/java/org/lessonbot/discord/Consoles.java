package org.lessonbot.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        /** Who has one for one lesson alone, and for which: they have no right of their own. */
        private final Map<String, Long> asked = new HashMap<>();

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
     * @param only the one lesson that they were asked to lead; empty for whoever has a right of their own
     * @param before how much had been said when they did what brought it
     */
    synchronized void opened(
            Room room, Person person, InteractionHook hook, String message, OptionalLong only, long before) {
        shared(room).waiting.remove(person);
        take(room, person, new Console(canvas, hook, message), only, before)
                .ifPresent(console -> latest.drawnSince(before, room, only).ifPresent(console::show));
    }

    /**
     * Somebody who leads used a console, perhaps one that was opened before a restart: from now on it lives by this act's token.
     *
     * @param only the one lesson that they were asked to lead; empty for whoever has a right of their own
     * @param before how much had been said when they did
     */
    synchronized void renew(
            Room room, Person person, InteractionHook hook, String message, OptionalLong only, long before) {
        Console used = Optional.ofNullable(shared(room).consoles.get(person.id()))
                .filter(console -> console.message().equals(message))
                .orElseGet(() -> new Console(canvas, hook, message));
        take(room, person, used, only, before).ifPresent(console -> {
            console.renew(hook);
            latest.drawnSince(0, room, only).ifPresent(console::show);
        });
    }

    /** What somebody did before theirs was closed gives it to nobody again, however late its answer comes. */
    private Optional<Console> take(Room room, Person person, Console console, OptionalLong only, long before) {
        Optional<Message> closed = latest.closedSince(before, room, person.id());
        closed.ifPresent(console::show);
        if (closed.isPresent()) {
            return Optional.empty();
        }
        Shared shared = shared(room);
        shared.consoles.put(person.id(), console);
        only.ifPresentOrElse(lesson -> shared.asked.put(person.id(), lesson), () -> shared.asked.remove(person.id()));
        return Optional.of(console);
    }

    /** A teacher has begun a lesson: the console comes when the lesson has one. */
    synchronized void await(Room room, Person person, InteractionHook hook, long before) {
        latest.drawnSince(before, room, OptionalLong.empty())
                .ifPresentOrElse(
                        message -> bring(room, person, hook, message),
                        () -> shared(room).waiting.put(person, hook));
    }

    /** All consoles of the room show this now. */
    synchronized void show(Room room, long lesson, Message message) {
        latest.drawn(room, lesson, message);
        Shared shared = shared(room);
        shared.consoles.keySet().removeIf(person -> shared.asked.getOrDefault(person, lesson) != lesson);
        shared.consoles.values().forEach(console -> console.show(message));
        shared.waiting.forEach((person, hook) -> bring(room, person, hook, message));
        shared.waiting.clear();
    }

    private void bring(Room room, Person person, InteractionHook hook, Message message) {
        long before = said();
        Requests.send(
                hook.sendMessage(canvas.console(message)).setEphemeral(true),
                console -> renew(room, person, hook, console.getId(), OptionalLong.empty(), before),
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
