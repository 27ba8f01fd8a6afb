package org.lessonbot.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.lessonbot.web.tables.Item;

/** The latest {@value #MOST} changes of one topic at most, from {@code from} (exclusive) up to {@code upTo}, and who follows it here. */
final class Tail {
    /** A lesson's worth: a room whose pages are never all closed has years of them. Who missed more reads the rows. */
    private static final int MOST = 500;

    private final LongFunction<List<Item>> rows;
    private final LongSupplier reached;
    private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
    private final NavigableMap<Long, Item> byVersion = new TreeMap<>();
    private final Map<Long, Long> versionOf = new HashMap<>();
    private long from = -1;
    private long upTo = -1;
    private long heard;

    /**
     * Knows nothing yet.
     *
     * @param rows reads what changed after a version, oldest change first
     * @param reached reads how far the topic is
     */
    Tail(LongFunction<List<Item>> rows, LongSupplier reached) {
        this.rows = rows;
        this.reached = reached;
    }

    void follow(Runnable wake) {
        followers.add(wake);
    }

    /** @return whether somebody follows it still */
    boolean stop(Runnable wake) {
        followers.remove(wake);
        return !followers.isEmpty();
    }

    void wake() {
        followers.forEach(Runnable::run);
    }

    /** Whether there is something to read: what could not be read when it was first heard of is told again. */
    synchronized boolean hear(long version) {
        heard = Math.max(heard, version);
        return heard > upTo;
    }

    /** The same; the item is kept if it is the next one. */
    synchronized boolean hear(Item item) {
        if (from >= 0 && item.version() == upTo + 1) {
            add(item);
            heard = Math.max(heard, upTo);
            return true;
        }
        return hear(item.version());
    }

    synchronized Optional<Item> find(long number) {
        return Optional.ofNullable(versionOf.get(number)).map(byVersion::get);
    }

    /** Whoever says that they saw what is yet to come, because they lie or a backup was restored, is sent all there is. */
    synchronized List<Item> after(long version) {
        if (from < 0) {
            return begin(version);
        }
        if (version < from) {
            return rows.apply(version);
        }
        if (version > Math.max(heard, upTo) && version > reached.getAsLong()) {
            return rows.apply(0);
        }
        if (heard > upTo) {
            rows.apply(upTo).forEach(this::add);
            upTo = Math.max(upTo, heard);
            if (version < from) {
                return rows.apply(version);
            }
        }
        return new ArrayList<>(byVersion.tailMap(version, false).values());
    }

    private List<Item> begin(long version) {
        // Read before the rows are: what comes in between is among them, and never left out.
        long begun = reached.getAsLong();
        List<Item> changes = rows.apply(version);
        from = changes.isEmpty()
                ? begun
                : Math.max(begun, changes.get(changes.size() - 1).version());
        upTo = from;
        heard = Math.max(heard, upTo);
        return version > upTo ? rows.apply(0) : changes;
    }

    private void add(Item item) {
        Long earlier = versionOf.put(item.number(), item.version());
        if (earlier != null) {
            byVersion.remove(earlier);
        }
        byVersion.put(item.version(), item);
        upTo = Math.max(upTo, item.version());
        if (byVersion.size() > MOST) {
            Item oldest = byVersion.pollFirstEntry().getValue();
            versionOf.remove(oldest.number());
            from = oldest.version();
        }
    }
}
