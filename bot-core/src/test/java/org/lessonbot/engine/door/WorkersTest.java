package org.lessonbot.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Reply;

class WorkersTest {
    private final List<String> begun = new CopyOnWriteArrayList<>();

    /** Their person was told that it did not count, and may have tried again since. */
    @Test
    void whatNobodyWaitsForAnyMoreIsNotBegun() {
        try (Workers workers = new Workers(1)) {
            CompletableFuture<Void> free = new CompletableFuture<>();
            CompletableFuture<Reply> first = workers.take(
                    () -> {
                        free.join();
                        return work("first");
                    },
                    failure -> Reply.SILENT);
            CompletableFuture<Reply> given = workers.take(() -> work("given up"), failure -> Reply.SILENT);
            CompletableFuture<Reply> last = workers.take(() -> work("last"), failure -> Reply.SILENT);

            given.completeExceptionally(new TimeoutException());
            free.complete(null);
            CompletableFuture.allOf(first, last).join();
        }

        assertThat(begun).containsExactly("first", "last");
    }

    private CompletableFuture<Reply> work(String name) {
        begun.add(name);
        return CompletableFuture.completedFuture(Reply.SILENT);
    }
}
