package org.lessonbot.web;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.web.tables.Items.Draft;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.Tables;
import org.lessonbot.web.tables.Topic;

/** Draws a message once and puts it into the feed, from which all browsers have it. */
public final class WebPlatform implements Platform {
    /** Counts may change this often without making anybody's eyes jump. */
    private static final Duration PACE = Duration.ofMillis(300);

    private final Feed feed;
    private final People members;
    private final WebPainter people;
    private final WebPainter board;

    WebPlatform(Feed feed, People members, Words words) {
        this.feed = feed;
        this.members = members;
        this.people = WebPainter.forPeople(words);
        this.board = WebPainter.forBoard(words);
    }

    @Override
    public String name() {
        return WebIds.PLATFORM;
    }

    @Override
    public String post(Room room, Place place, String key, Message message) throws PlatformException {
        Draft draft = new Draft("post/" + key, 0, "", people.paint(message), onBoard(place, message), false);
        return stored(() -> feed.put(topic(room, place), draft))
                .map(item -> WebIds.address(item.number()))
                .orElseThrow(() -> new PlatformException.Gone("there is no room " + room.id()));
    }

    @Override
    public void edit(Room room, Place place, String address, Message message) throws PlatformException {
        long number = WebIds.number(address);
        var changed =
                stored(() -> feed.change(topic(room, place), number, people.paint(message), onBoard(place, message)));
        if (changed.isEmpty()) {
            throw new PlatformException.Gone("there is no post " + address + " in " + room.id());
        }
    }

    @Override
    public void remove(Room room, Place place, String address) throws PlatformException {
        stored(() -> feed.change(topic(room, place), WebIds.number(address), "", ""));
    }

    @Override
    public void whisper(Room room, String person, String slot, Message message) throws PlatformException {
        Draft draft = new Draft("about/" + slot, 0, "", people.paint(message), "", true);
        stored(() -> feed.put(new Topic(room.id(), person), draft));
    }

    @Override
    public void forget(Room room, String person) throws PlatformException {
        stored(() -> {
            feed.takeBackWhispers(room.id(), person);
            return members.forget(room.id(), person);
        });
    }

    @Override
    public void purge(Instant before) {
        members.purge(before);
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    private String onBoard(Place place, Message message) {
        return place == Place.ROOM ? board.paint(message) : "";
    }

    private static Topic topic(Room room, Place place) {
        return place == Place.ROOM ? Topic.room(room.id()) : Topic.desk(room.id());
    }

    private static <T> T stored(Supplier<T> work) throws PlatformException {
        try {
            return work.get();
        } catch (Tables.OutOfReach failure) {
            throw new PlatformException.Transient("the classroom's tables are out of reach: " + failure.getMessage());
        }
    }
}
