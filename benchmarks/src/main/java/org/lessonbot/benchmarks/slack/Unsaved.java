package org.lessonbot.benchmarks.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.slack.fake.Acknowledgement;

/**
 * How many clicks of a burst are acknowledged and not yet committed, from the first acknowledgement to the last commit: so
 * many people a crash would deceive.
 *
 * @param average over that time
 * @param atMost at its worst moment
 * @param never clicks that were not committed at all; they are in none of the other figures
 */
record Unsaved(double average, int atMost, int never) {
    static final Unsaved NONE = new Unsaved(0, 0, 0);

    /** @param saved when each person's click was committed */
    static Unsaved of(List<Acknowledgement> acknowledged, Map<String, Instant> saved) {
        TreeMap<Instant, Integer> changes = new TreeMap<>();
        double waits = 0;
        int never = 0;
        for (Acknowledgement each : acknowledged) {
            Instant kept = saved.get(person(each));
            if (kept == null) {
                never++;
            } else if (kept.isAfter(each.arrived())) {
                changes.merge(each.arrived(), 1, Integer::sum);
                changes.merge(kept, -1, Integer::sum);
                waits += seconds(each.arrived(), kept);
            }
        }
        int now = 0;
        int most = 0;
        for (int change : changes.values()) {
            now += change;
            most = Math.max(most, now);
        }
        double whole = changes.isEmpty() ? 1 : seconds(changes.firstKey(), changes.lastKey());
        return new Unsaved(waits / whole, most, never);
    }

    private static String person(Acknowledgement each) {
        return each.exchange().payload().getAsJsonObject("user").get("id").getAsString();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
