package org.lessonbot.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lessonbot.store.Turns;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Items;
import org.lessonbot.web.tables.Topic;

/**
 * What is sent, and who waits for it. The rows are the truth; of each topic that somebody here follows, the latest changes
 * are also kept in memory, so that a change is read once and not once a viewer.
 */
final class Feed implements Source, AutoCloseable {
    private static final int TURN = 500;

    private final Items items;
    private final Map<Topic, Tail> tails = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Optional<Item>> last = CompletableFuture.completedFuture(Optional.empty());
    private final Turns<Waiting> turns = new Turns<>("feed-writer", TURN, this::put);

    Feed(Items items) {
        this.items = items;
    }

    private record Waiting(Items.Put put, CompletableFuture<Optional<Item>> shown) {}

    /** The same soon, together with what others are shown in the same moment; fails as tables do. */
    CompletableFuture<Optional<Item>> putSoon(Topic topic, Items.Draft draft) {
        CompletableFuture<Optional<Item>> shown = new CompletableFuture<>();
        if (!offer(new Waiting(new Items.Put(topic, draft), shown))) {
            shown.completeExceptionally(new IllegalStateException("nothing can be shown now"));
        }
        return shown;
    }

    /** What is noted as the last is the last that was offered. */
    private synchronized boolean offer(Waiting waiting) {
        boolean taken = turns.offer(waiting);
        last = taken ? waiting.shown() : last;
        return taken;
    }

    /** Of each topic one at a time, in their order. */
    private void put(List<Waiting> turn) {
        Map<Topic, Waiting> part = new LinkedHashMap<>();
        for (Waiting waiting : turn) {
            if (part.containsKey(waiting.put().topic())) {
                put(part);
                part.clear();
            }
            part.put(waiting.put().topic(), waiting);
        }
        put(part);
    }

    private void put(Map<Topic, Waiting> part) {
        try {
            Map<Topic, Item> shown = items
                    .put(part.values().stream().map(Waiting::put).toList())
                    .stream()
                    .collect(Collectors.toMap(Item::topic, item -> item));
            shown.values().forEach(this::announce);
            part.forEach((topic, waiting) -> waiting.shown().complete(Optional.ofNullable(shown.get(topic))));
        } catch (RuntimeException failure) {
            part.values().forEach(waiting -> waiting.shown().completeExceptionally(failure));
        }
    }

    /** Shows something, to be seen by its audience at once; nothing if there is no such audience any more. */
    Optional<Item> put(Topic topic, Items.Draft draft) {
        Optional<Item> item = items.put(topic, draft);
        item.ifPresent(this::announce);
        return item;
    }

    /** Changes what is shown; nothing if it is no longer there. */
    Optional<Item> change(Topic topic, long number, String html, String board) {
        Optional<Item> item = items.change(topic, number, html, board);
        item.ifPresent(this::announce);
        return item;
    }

    /** Takes back what others were sent, each alone, since this person came. A button gives them theirs again. */
    void takeBackWhispers(String room, String person) {
        // What is on its way is taken back too.
        last.exceptionally(passing -> Optional.empty()).join();
        items.whispersSince(room, person).forEach(item -> change(item.topic(), item.number(), "", ""));
    }

    /**
     * Shows this in place of all that stands with people of a room.
     *
     * @param slots an SQL pattern
     * @param html empty to take it away
     */
    List<Item> changeAll(String room, String slots, String html) {
        List<Item> changed = items.changeAll(room, slots, html);
        changed.forEach(item -> announce(item.topic(), item.version()));
        return changed;
    }

    /** Shows this in place of what stands in a slot with these people, and has stood there unchanged since before a moment. */
    List<Item> changeStanding(String room, String slot, Set<String> people, Instant since, String html) {
        List<Item> changed = items.changeStanding(room, slot, people, since, html);
        changed.forEach(item -> announce(item.topic(), item.version()));
        return changed;
    }

    /** An item of one of these topics. */
    Optional<Item> find(List<Topic> topics, long number) {
        return topics.stream()
                .map(tails::get)
                .filter(Objects::nonNull)
                .flatMap(tail -> tail.find(number).stream())
                .findFirst()
                .or(() -> items.find(number).filter(item -> topics.contains(item.topic())));
    }

    Optional<Item> find(long number) {
        return items.find(number);
    }

    /** The console of somebody who came in with the class, if they lead too. */
    Optional<Item> console(Topic own) {
        return newest(own, Item.CONSOLE + "%");
    }

    /** Takes it away: the page puts its chat in its place. */
    Optional<Item> closeConsole(Topic own) {
        return console(own).flatMap(item -> change(own, item.number(), "", ""));
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
            Tail tail = there == null
                    ? new Tail(version -> items.after(topic, version), () -> items.version(topic))
                    : there;
            tail.follow(wake);
            return tail;
        }));
    }

    @Override
    public void stop(List<Topic> topics, Runnable wake) {
        topics.forEach(topic -> tails.computeIfPresent(topic, (key, tail) -> tail.stop(wake) ? tail : null));
    }

    /** A topic has come to a version: heard from the database, or done here. */
    void announce(Topic topic, long version) {
        Tail tail = tails.get(topic);
        if (tail != null && tail.hear(version)) {
            tail.wake();
        }
    }

    /** An item has come to be as it is: done here. */
    private void announce(Item item) {
        Tail tail = tails.get(item.topic());
        if (tail != null && tail.hear(item)) {
            tail.wake();
        }
    }

    /** Asks how far all topics are that somebody follows, in case an announcement was missed. */
    void poll() {
        Set<String> rooms = tails.keySet().stream().map(Topic::room).collect(Collectors.toSet());
        items.versions(rooms).forEach(this::announce);
    }

    /** Shows what waits to be shown, then stops. */
    @Override
    public void close() {
        turns.close();
    }
}
