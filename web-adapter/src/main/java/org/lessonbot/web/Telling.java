package org.lessonbot.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;

/** Items as pages are told of them, JSON in UTF-8: a change that a whole class is sent is written once. */
final class Telling implements Function<Item, byte[]> {
    /** As many as are sent to many pages in one moment. */
    private static final int MOST = 500;

    private final Function<Item, byte[]> write;
    /** By the item itself: pages of one room are given the same one. */
    private final LoadingCache<Item, byte[]> written;

    Telling(Function<Item, Wire.Shown> shown) {
        this.write = item -> Wire.write(shown.apply(item)).getBytes(StandardCharsets.UTF_8);
        this.written = Caffeine.newBuilder().weakKeys().maximumSize(MOST).build(write::apply);
    }

    @Override
    public byte[] apply(Item item) {
        return item.topic().audience().equals(Topic.ROOM) ? written.get(item) : write.apply(item);
    }
}
