package org.lessonbot.engine.standing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads something once for all who asked before the reading began. Whoever asks while it is read waits for the next time, so
 * nobody is told less than was there when they asked.
 */
final class SharedReads<K, V> {
    private final Function<K, V> read;
    private final Executor workers;
    private final Map<K, UnderWay<V>> readings = new HashMap<>();

    SharedReads(Function<K, V> read, Executor workers) {
        this.read = read;
        this.workers = workers;
    }

    /** One reading is under way; those who came since then wait for the next. */
    private static final class UnderWay<V> {
        private @Nullable CompletableFuture<V> next;
    }

    CompletableFuture<V> ask(K key) {
        CompletableFuture<V> answer;
        synchronized (readings) {
            UnderWay<V> under = readings.get(key);
            if (under != null) {
                answer = under.next == null ? new CompletableFuture<>() : under.next;
                under.next = answer;
                return answer;
            }
            readings.put(key, new UnderWay<>());
            answer = new CompletableFuture<>();
        }
        begin(key, answer);
        return answer;
    }

    private void begin(K key, CompletableFuture<V> answer) {
        try {
            CompletableFuture.supplyAsync(() -> read.apply(key), workers).whenComplete((value, failure) -> {
                CompletableFuture<V> next = takeNext(key);
                if (next != null) {
                    begin(key, next);
                }
                settle(answer, value, failure);
            });
        } catch (RejectedExecutionException closing) {
            answer.completeExceptionally(closing);
        }
    }

    private static <V> void settle(CompletableFuture<V> answer, V value, @Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(value);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    private @Nullable CompletableFuture<V> takeNext(K key) {
        synchronized (readings) {
            UnderWay<V> done = readings.get(key);
            CompletableFuture<V> next = done == null ? null : done.next;
            if (next == null) {
                readings.remove(key);
            } else {
                readings.put(key, new UnderWay<>());
            }
            return next;
        }
    }
}
