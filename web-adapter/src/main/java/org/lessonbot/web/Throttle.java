package org.lessonbot.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Token buckets, one a key: {@code burst} at once, then {@code perSecond}. Remembers the keys used last. */
final class Throttle {
    private static final int KEYS = 20_000;

    private final int burst;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    Throttle(int burst, double perSecond, Clock clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    private record Bucket(double tokens, long at) {}

    /** Takes one token; false if there is none. */
    synchronized boolean admits(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(burst, now));
        double tokens = Math.min(burst, bucket.tokens() + Math.max(0, now - bucket.at()) * perSecond / 1000);
        boolean admitted = tokens >= 1;
        buckets.put(key, new Bucket(admitted ? tokens - 1 : tokens, now));
        return admitted;
    }
}
