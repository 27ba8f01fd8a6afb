package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is looked up: asked once, whoever waits for it, and known for a while. A question that failed is asked again by the
 * next who wants to know.
 */
final class Known<K, V> {
    private final Cache<K, CompletableFuture<V>> answers;

    Known(int most, Duration life, Clock clock) {
        this.answers = Remembered.upTo(most, life, clock);
    }

    /**
     * What is known, or will be when those who ask have their answer.
     *
     * @param holds whether what is known is good enough for whoever wants to know now
     * @param ask asks, and returns at once; no lock is held meanwhile
     */
    CompletableFuture<V> get(K key, Predicate<V> holds, Supplier<CompletableFuture<V>> ask) {
        CompletableFuture<V> known = answers.getIfPresent(key);
        if (known != null && known.isDone() && !known.isCompletedExceptionally() && !holds.test(known.join())) {
            answers.asMap().remove(key, known);
        }
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = answers.asMap().putIfAbsent(key, mine);
        if (first != null) {
            return first;
        }
        var unused = ask.get().whenComplete((answer, failure) -> {
            if (failure == null) {
                mine.complete(answer);
            } else {
                answers.asMap().remove(key, mine);
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }
}
