package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;

class TellingTest {
    private final AtomicInteger writes = new AtomicInteger();
    private final Telling telling = new Telling(item -> {
        writes.incrementAndGet();
        return Wire.Shown.toPeople(item);
    });

    @Test
    void whatTheRoomIsSentIsWrittenOnceForAllPages() {
        Item post = item(Topic.room("r"));

        assertThat(telling.apply(post))
                .isSameAs(telling.apply(post))
                .asString(StandardCharsets.UTF_8)
                .contains("<p>said</p>");

        assertThat(writes).hasValue(1);
    }

    @Test
    void whatOnePersonIsSentIsNotKept() {
        Item whisper = item(new Topic("r", "p1"));

        telling.apply(whisper);
        telling.apply(whisper);

        assertThat(writes).hasValue(2);
    }

    private static Item item(Topic topic) {
        return new Item(topic, 1, "slot", 1, 1, 0, "", "<p>said</p>", "");
    }
}
