package org.lessonbot.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items;
import org.lessonbot.web.tables.Topic;

/**
 * What is sent, and who waits for it. The rows are the truth; of each topic that somebody here follows, the latest changes
 * are also kept in memory, so that a change is read once and not once a viewer.
 */
final class Feed implements Source {
    private final Items items;
    private final Map<Topic, Tail> tails = new ConcurrentHashMap<>();

    Feed(Items items) {
        this.items = items;
    }

    /** Shows something, to be seen by its audience at once; nothing if there is no such audience any more. */
    Optional<Item> put(Topic topic, Items.Draft draft) {
        Optional<Item> item = items.put(topic, draft);
        item.ifPresent(shown -> announce(topic, shown.version()));
        return item;
    }

    /** Changes what is shown; nothing if it is no longer there. */
    Optional<Item> change(Topic topic, long number, String html, String board) {
        Optional<Item> item = items.change(topic, number, html, board);
        item.ifPresent(changed -> announce(topic, changed.version()));
        return item;
    }

    /** Takes back what others were sent, each alone, since this person came. A button gives them theirs again. */
    void takeBackWhispers(String room, String person) {
        items.whispersSince(room, person).forEach(item -> change(item.topic(), item.number(), "", ""));
    }

    /**
     * Shows this on all consoles of people who came in with the class.
     *
     * @param lesson its number, or {@code %} for any
     * @param html empty to take the consoles away
     */
    List<Item> changeConsoles(String room, String lesson, String html) {
        List<Item> changed = items.changeAll(room, Item.CONSOLE + lesson, html);
        changed.forEach(item -> announce(item.topic(), item.version()));
        return changed;
    }

    Optional<Item> find(long number) {
        return items.find(number);
    }

    /** The console of somebody who came in with the class, if they lead too. */
    Optional<Item> console(Topic own) {
        return newest(own, Item.CONSOLE + "%");
    }

    /** The newest of a topic's items whose slots match an SQL pattern. */
    Optional<Item> newest(Topic topic, String slots) {
        return items.newest(topic, slots);
    }

    /** The post about something that stands in a room now. */
    Optional<Item> post(String room, String about) {
        return items.newest(Topic.room(room), "post/%/" + about + "/%");
    }

    @Override
    public List<Item> after(Topic topic, long version) {
        Tail tail = tails.get(topic);
        return tail == null ? items.after(topic, version) : tail.after(version);
    }

    @Override
    public void follow(List<Topic> topics, Runnable wake) {
        topics.forEach(topic -> tails.compute(topic, (key, there) -> {
            Tail tail = there == null ? new Tail(topic) : there;
            tail.followers.add(wake);
            return tail;
        }));
    }

    @Override
    public void stop(List<Topic> topics, Runnable wake) {
        topics.forEach(topic -> tails.computeIfPresent(topic, (key, tail) -> {
            tail.followers.remove(wake);
            return tail.followers.isEmpty() ? null : tail;
        }));
    }

    /** A topic has come to a version: heard from the database, or done here. */
    void announce(Topic topic, long version) {
        Tail tail = tails.get(topic);
        if (tail != null && tail.hear(version)) {
            tail.followers.forEach(Runnable::run);
        }
    }

    /** Asks how far all topics are that somebody follows, in case an announcement was missed. */
    void poll() {
        Set<String> rooms = tails.keySet().stream().map(Topic::room).collect(Collectors.toSet());
        items.versions(rooms).forEach(this::announce);
    }

    /** The latest changes of one topic, from {@code from} (exclusive) up to {@code upTo}. */
    private final class Tail {
        private final Topic topic;
        private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
        private final NavigableMap<Long, Item> byVersion = new TreeMap<>();
        private final Map<Long, Long> versionOf = new HashMap<>();
        private long from = -1;
        private long upTo = -1;
        private long heard;

        Tail(Topic topic) {
            this.topic = topic;
        }

        /** Whether there is something to read: what could not be read when it was first heard of is told again. */
        synchronized boolean hear(long version) {
            heard = Math.max(heard, version);
            return heard > upTo;
        }

        synchronized List<Item> after(long version) {
            if (from < 0 || version < from) {
                List<Item> rows = items.after(topic, version);
                if (from < 0) {
                    from = rows.isEmpty() ? version : rows.get(rows.size() - 1).version();
                    upTo = from;
                    heard = Math.max(heard, upTo);
                }
                return rows;
            }
            if (heard > upTo) {
                items.after(topic, upTo).forEach(this::add);
                upTo = Math.max(upTo, heard);
            }
            return new ArrayList<>(byVersion.tailMap(version, false).values());
        }

        private void add(Item item) {
            Long earlier = versionOf.put(item.number(), item.version());
            if (earlier != null) {
                byVersion.remove(earlier);
            }
            byVersion.put(item.version(), item);
            upTo = Math.max(upTo, item.version());
        }
    }
}
