package org.lessonbot.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Words;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.People.Presence;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has a room open. A page that is closed takes its leave; one whose phone sleeps, or whose network is away, does not. So
 * whoever closed it is away after a minute, and whoever just fell silent after a quarter of an hour.
 */
final class Attendance {
    static final Duration AFTER_LEAVE = Duration.ofMinutes(1);
    static final Duration AFTER_SILENCE = Duration.ofMinutes(15);
    /** Longer than a school day, and shorter than until the next: who has not been seen since is of another class, or of a club. */
    static final Duration AFTER_SCHOOL = Duration.ofHours(12);

    private static final Logger log = LoggerFactory.getLogger(Attendance.class);
    private static final int LOOK_S = 5;

    private final Rooms rooms;
    private final People people;
    private final Streams streams;
    private final Words words;
    private final Clock clock;
    private final ScheduledExecutorService workers;
    private final Set<String> looks = ConcurrentHashMap.newKeySet();

    Attendance(
            Rooms rooms, People people, Streams streams, Words words, Clock clock, ScheduledExecutorService workers) {
        this.rooms = rooms;
        this.people = people;
        this.streams = streams;
        this.words = words;
        this.clock = clock;
        this.workers = workers;
        var unused = workers.scheduleWithFixedDelay(this::look, LOOK_S, LOOK_S, TimeUnit.SECONDS);
    }

    /** How many pages are open, of all rooms. */
    int pages() {
        return streams.count();
    }

    /** What pages are told; the names come to teachers alone. */
    private record Here(
            String text,
            @Nullable List<Named> here,
            @Nullable List<Named> away,
            @Nullable List<Named> earlier) {}

    private record Named(String id, String name) {}

    /**
     * Somebody opens the room.
     *
     * @return whether they had been away
     */
    boolean comes(Visitor visitor) {
        Instant now = clock.instant();
        return people.seen(visitor.person().id(), now)
                .filter(before -> isAway(before, now))
                .isPresent();
    }

    /** Somebody closed a page; if it was not their last, the others will say so. */
    void leaves(Visitor visitor, String page) {
        streams.end(visitor.person().id(), page);
        people.left(visitor.person().id(), clock.instant());
    }

    /** Somebody is nobody of the room any more: their pages learn it, and the others. */
    void forgets(String room, String person) {
        streams.end(person);
        lookSoon(room);
    }

    /** The students of a room who are away. */
    Set<String> away(String room) {
        Instant now = clock.instant();
        return people.students(room).stream()
                .filter(student -> isAway(student, now))
                .map(Presence::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAway(Presence one, Instant now) {
        return one.left()
                ? one.seen().isBefore(now.minus(AFTER_LEAVE))
                : one.seen().isBefore(now.minus(AFTER_SILENCE));
    }

    /** Notes who is there, and tells all pages what has changed. */
    void look() {
        streams.rooms().forEach(this::look);
    }

    /** The same for one room, soon. */
    void lookSoon(String room) {
        if (looks.add(room)) {
            workers.execute(() -> {
                looks.remove(room);
                look(room);
            });
        }
    }

    private void look(String room) {
        try {
            Instant now = clock.instant();
            people.seen(streams.viewers(room), now);
            List<Presence> students = people.students(room);
            Instant today = now.minus(AFTER_SCHOOL);
            List<Named> here = named(students, one -> !isAway(one, now));
            List<Named> away =
                    named(students, one -> isAway(one, now) && one.seen().isAfter(today));
            List<Named> earlier =
                    named(students, one -> isAway(one, now) && !one.seen().isAfter(today));
            String text = words.say("web.here", here.size());
            rooms.find(room).ifPresent(streams::dismiss);
            streams.tellHere(
                    room,
                    Wire.write(new Here(text, null, null, null)),
                    Wire.write(new Here(text, here, away, earlier)));
        } catch (Tables.OutOfReach passing) {
            log.debug("who is in room {} cannot be known now: {}", room, passing.getMessage());
        }
    }

    private static List<Named> named(List<Presence> people, Predicate<Presence> which) {
        return people.stream()
                .filter(which)
                .map(one -> new Named(one.id(), one.name()))
                .toList();
    }
}
