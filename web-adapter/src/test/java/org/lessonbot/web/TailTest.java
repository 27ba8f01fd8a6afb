package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;

class TailTest {
    private final List<Item> table = new ArrayList<>();
    private Runnable between = () -> {};
    private final Tail tail = new Tail(this::rows, this::reached);

    private List<Item> rows(long version) {
        List<Item> found =
                table.stream().filter(item -> item.version() > version).toList();
        meanwhile();
        return found;
    }

    private long reached() {
        long version = table.stream().mapToLong(Item::version).max().orElse(0);
        meanwhile();
        return version;
    }

    private void meanwhile() {
        Runnable once = between;
        between = () -> {};
        once.run();
    }

    private Item commit(long version) {
        Item item = new Item(Topic.room("r"), version, "", version, version, 0, "", "<p>", "");
        table.add(item);
        return item;
    }

    /** A page that was read to, and was told of nothing since, has to be told when there is more. */
    private void isSeenOrTold(Item late, List<Item> read) {
        boolean told = tail.hear(late.version());
        assertThat(read.contains(late) || told && tail.after(last(read)).contains(late))
                .isTrue();
    }

    private static long last(List<Item> read) {
        return read.isEmpty() ? 0 : read.get(read.size() - 1).version();
    }

    @Test
    void whatCommitsBetweenTheTwoFirstReadsIsSentOrTold() {
        between = () -> commit(1);

        isSeenOrTold(new Item(Topic.room("r"), 1, "", 1, 1, 0, "", "<p>", ""), tail.after(0));
    }

    @Test
    void whatCommitsBetweenTheTwoFirstReadsOfATopicWithItemsIsSentOrTold() {
        commit(1);
        between = () -> commit(2);

        isSeenOrTold(new Item(Topic.room("r"), 2, "", 2, 2, 0, "", "<p>", ""), tail.after(0));
    }

    @Test
    void whatCommitsAfterTheFirstReadsIsTold() {
        assertThat(tail.after(0)).isEmpty();

        isSeenOrTold(commit(1), List.of());
    }

    @Test
    void whatCommitsWhileTheNewestIsReadIsSentOrTold() {
        assertThat(tail.after(0)).isEmpty();
        tail.hear(commit(1).version());
        between = () -> commit(2);

        List<Item> read = tail.after(0);

        assertThat(read).extracting(Item::version).contains(1L);
        isSeenOrTold(new Item(Topic.room("r"), 2, "", 2, 2, 0, "", "<p>", ""), read);
    }

    @Test
    void whoeverOpensAPageLaterIsSentWhatCameMeanwhile() {
        between = () -> commit(1);
        tail.after(0);

        assertThat(tail.after(0)).extracting(Item::version).containsExactly(1L);
    }
}
