package org.lessonbot.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was learnt or done lately: the newest so many, each for so long. */
final class Remembered<K, V> {
    private final int most;
    private final Duration life;
    private final Clock clock;
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>();

    Remembered(int most, Duration life, Clock clock) {
        this.most = most;
        this.life = life;
        this.clock = clock;
    }

    private record Kept<V>(V value, Instant until) {}

    synchronized Optional<V> find(K key) {
        Kept<V> found = kept.get(key);
        return found == null || clock.instant().isAfter(found.until) ? Optional.empty() : Optional.of(found.value);
    }

    synchronized void put(K key, V value) {
        kept.remove(key);
        kept.put(key, new Kept<>(value, clock.instant().plus(life)));
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /** What is known, or else what is made now; made once, however many ask at one time. */
    synchronized V get(K key, Supplier<V> made) {
        return find(key).orElseGet(() -> {
            V value = made.get();
            put(key, value);
            return value;
        });
    }

    /** Forgets everything that has this value. */
    synchronized void forget(V value) {
        kept.values().removeIf(one -> one.value.equals(value));
    }
}
