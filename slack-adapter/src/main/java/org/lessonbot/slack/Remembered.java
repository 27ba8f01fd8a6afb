package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What was learnt or done lately: so many things, each for so long. */
final class Remembered {
    private Remembered() {}

    static <K, V> Cache<K, V> upTo(int most, Duration life, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(life)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }
}
