package org.lessonbot.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items.Draft;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.Tables;
import org.lessonbot.web.tables.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws a message once and puts it into the feed, from which all browsers have it. */
public final class WebPlatform implements Platform {
    private static final Logger log = LoggerFactory.getLogger(WebPlatform.class);
    /** Counts may change this often without making anybody's eyes jump. */
    private static final Duration PACE = Duration.ofSeconds(1);

    /** Begins the slots of posts and of teachers' own consoles; the lesson's number follows. */
    private static final String POST = "post/";

    private final Feed feed;
    private final LatestConsoles consoles;
    private final People members;
    private final Attendance attendance;
    private final WebPainter people;
    private final WebPainter one;
    private final WebPainter board;

    WebPlatform(Feed feed, LatestConsoles consoles, People members, Attendance attendance, Words words) {
        this.attendance = attendance;
        this.feed = feed;
        this.consoles = consoles;
        this.members = members;
        this.people = WebPainter.forPeople(words);
        this.one = WebPainter.forOne(words);
        this.board = WebPainter.forBoard(words);
    }

    @Override
    public String name() {
        return WebIds.PLATFORM;
    }

    @Override
    public boolean consoleStandsBeside() {
        return true;
    }

    /** Each act of a page does; that somebody came in, or came back, is an act of ours for them. */
    @Override
    public boolean saysWhoseClock() {
        return true;
    }

    @Override
    public int connections() {
        return attendance.pages();
    }

    @Override
    public String post(Room room, String key, Message message) throws PlatformException {
        Draft draft = new Draft(POST + key, 0, "", people.paint(message), onBoard(key, message), false);
        return stored(() -> feed.put(Topic.room(room.id()), draft))
                .map(item -> WebIds.address(item.number()))
                .orElseThrow(() -> new PlatformException.Gone("there is no room " + room.id()));
    }

    @Override
    public void edit(Room room, String address, Message message) throws PlatformException {
        long number = WebIds.number(address);
        String html = people.paint(message);
        String key = stored(() -> feed.find(number)).map(Item::slot).orElse("");
        var changed = stored(() -> feed.change(Topic.room(room.id()), number, html, onBoard(key, message)));
        if (changed.isEmpty()) {
            throw new PlatformException.Gone("there is no post " + address + " in " + room.id());
        }
    }

    @Override
    public void console(Room room, long lesson, Message message) throws PlatformException {
        String html = people.paint(message);
        Topic teachers = Topic.teachers(room.id());
        stored(() -> {
            Optional<Item> newest = feed.newest(teachers, "%");
            Optional<Item> another = newest.filter(own -> !isOf(lesson, own));
            Optional<Item> before = another.isPresent() ? feed.newest(teachers, POST + lesson + "/%") : newest;
            // Another lesson begins, or goes on, and nobody leads it just because they led the one before.
            another.ifPresent(other -> feed.changeAll(room.id(), Item.CONSOLE + "%", ""));
            String slot = before.map(Item::slot).orElse(POST + lesson + "/console");
            feed.put(teachers, new Draft(slot, 0, "", html, "", another.isPresent()));
            // An answer that saw no other lesson yet may have brought one back.
            another.ifPresent(other -> feed.changeAll(room.id(), Item.CONSOLE + lesson(other), ""));
            return feed.changeAll(room.id(), Item.CONSOLE + lesson, html);
        });
    }

    /** Whether a teachers' own console is that of this lesson. */
    static boolean isOf(long lesson, Item own) {
        return lesson(own).equals(Long.toString(lesson));
    }

    private static String lesson(Item own) {
        return own.slot().split("/", -1)[1];
    }

    @Override
    public void closeConsole(Room room, String person, Message instead) throws PlatformException {
        consoles.closed(room, person, instead);
        stored(() -> feed.closeConsole(new Topic(room.id(), person)));
    }

    @Override
    public void remove(Room room, String address) throws PlatformException {
        stored(() -> feed.change(Topic.room(room.id()), WebIds.number(address), "", ""));
    }

    @Override
    public void whisper(Room room, String person, String slot, Message message) throws PlatformException {
        String html = one.paint(message);
        Draft draft = stored(() -> feed.post(room.id(), slot))
                .map(post -> Draft.under(post.number(), "", html))
                .orElseGet(() -> Draft.alone("about/" + slot, html));
        // A class is told together. It is a courtesy, so nobody waits for it.
        var unused = feed.putSoon(new Topic(room.id(), person), draft).whenComplete((shown, failure) -> {
            if (failure != null) {
                log.debug("somebody in {} was not told of {}", room, slot, failure);
            }
        });
    }

    @Override
    public void over(Room room, long lesson, Message message) throws PlatformException {
        String html = one.paint(message);
        stored(() -> feed.changeAll(room.id(), Item.VIEW + lesson, html));
    }

    @Override
    public void begun(Room room, long lesson, Instant since, Supplier<Set<String>> people, Message message)
            throws PlatformException {
        String html = one.paint(message);
        Set<String> come = people.get();
        stored(() -> feed.changeStanding(room.id(), Item.VIEW + lesson, come, since, html));
    }

    @Override
    public Set<String> away(Room room) throws PlatformException {
        return stored(() -> attendance.away(room.id()));
    }

    @Override
    public void forget(Room room, String person) throws PlatformException {
        stored(() -> {
            feed.takeBackWhispers(room.id(), person);
            return members.forget(room.id(), person);
        });
        attendance.forgets(room.id(), person);
    }

    @Override
    public void purge(Instant before, Set<Room> underWay) {
        members.purge(
                before,
                underWay.stream()
                        .filter(room -> room.platform().equals(name()))
                        .map(Room::id)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    /** Pairs find each other by their own pages; the projector stays with what the class is at. */
    private String onBoard(String key, Message message) {
        return key.contains("/" + Platform.PAIRS) ? "" : board.paint(message);
    }

    private static <T> T stored(Supplier<T> work) throws PlatformException {
        try {
            return work.get();
        } catch (Tables.OutOfReach failure) {
            throw new PlatformException.Transient("the classroom's tables are out of reach: " + failure.getMessage());
        }
    }
}
