package org.lessonbot.engine.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;

/**
 * What consoles were told to show last. An answer that brings a console may be overtaken on its way: its owner is asked to lead no longer, or
 * the lesson goes on or ends. So whoever brings one notes {@link #said} before it is asked for, and asks here before and after it is before
 * its owner: what was told in between found no console, and takes its place. Counted, not timed: of two things told in one moment one
 * is the later. Any thread may ask.
 */
public final class LatestConsoles {
    private static final int MOST = 5_000;
    /** A console is used again for as long as a lesson takes. */
    private static final Duration LESSON = Duration.ofHours(12);
    /** Longer than any answer is on its way. */
    private static final Duration ANSWER = Duration.ofMinutes(30);

    private final AtomicLong said = new AtomicLong();
    private final Cache<Room, Drawn> drawn = remembered(LESSON);
    private final Cache<Owner, Closed> closed = remembered(ANSWER);

    private record Owner(Room room, String person) {}

    private record Closed(long number, Message instead) {}

    private record Drawn(long number, long lesson, Message console) {}

    private static <K, V> Cache<K, V> remembered(Duration life) {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(life).build();
    }

    /** How much consoles were told so far. */
    public long said() {
        return said.get();
    }

    /** All consoles of a room show this from now on. To be noted before they do. */
    public void drawn(Room room, long lesson, Message console) {
        drawn.asMap().compute(room, (key, last) -> new Drawn(said.incrementAndGet(), lesson, console));
    }

    /** Somebody has no console in a room from now on, but this in its place. To be noted before it is shown. */
    public void closed(Room room, String person, Message instead) {
        closed.put(new Owner(room, person), new Closed(said.incrementAndGet(), instead));
    }

    /**
     * What a room's consoles were told to show last; nothing if it was no later than so much had been said.
     *
     * @param only the one lesson of which it may be: nobody leads another just because they were asked to lead that one; empty for any
     */
    public Optional<Message> drawnSince(long before, Room room, OptionalLong only) {
        return Optional.ofNullable(drawn.getIfPresent(room))
                .filter(last -> last.number() > before && last.lesson() == only.orElse(last.lesson()))
                .map(Drawn::console);
    }

    /** What stands in place of somebody's console; nothing if it was closed no later than so much had been said, or never. */
    public Optional<Message> closedSince(long before, Room room, String person) {
        return Optional.ofNullable(closed.getIfPresent(new Owner(room, person)))
                .filter(last -> last.number() > before)
                .map(Closed::instead);
    }

    /** The lesson that a console moves; 0 if it moves none. */
    public static long lesson(Message console) {
        return console.offers().stream().mapToLong(Action::lesson).findFirst().orElse(0);
    }

    /** What somebody sees now in place of a console that was asked for when so much had been said: itself, if nothing overtook it. */
    public Message inPlaceOf(Message console, long before, Room room, String person) {
        return closedSince(before, room, person)
                .or(() -> drawnSince(before, room, OptionalLong.of(lesson(console))))
                .orElse(console);
    }
}
