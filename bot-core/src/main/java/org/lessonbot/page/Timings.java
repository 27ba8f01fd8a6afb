package org.lessonbot.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Moved;

/**
 * How long a class was at each step, without pauses. It follows from what moved the lesson and from nothing else: how fast people
 * answered says little about a step.
 *
 * @param taken by step; nothing for one that it was never at
 */
record Timings(Map<String, Duration> taken) {
    Timings {
        taken = Map.copyOf(taken);
    }

    /** @param until when the lesson ended, or now */
    static Timings of(Lesson lesson, List<Moved> moves, Instant until) {
        Map<String, Duration> taken = new HashMap<>();
        Instant since = lesson.startedAt();
        boolean runs = true;
        boolean led = true;
        for (Moved move : moves.stream().sorted(Comparator.comparing(Moved::at)).toList()) {
            if (runs && led) {
                add(taken, move.step(), since, move.at());
            }
            runs = move.kind().equals("Resume") || runs && !move.kind().equals("Pause");
            led = led && !move.kind().equals("FinishLater");
            since = move.at();
        }
        if (!lesson.isClub() && runs) {
            add(taken, lesson.step(), since, until);
        }
        boolean wasLed = !lesson.isClub() || !led;
        return new Timings(wasLed ? taken : Map.of());
    }

    private static void add(Map<String, Duration> taken, String step, Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        if (!time.isNegative()) {
            taken.merge(step, time, Duration::plus);
        }
    }

    /** Whether it was at this step at all. */
    boolean has(String step) {
        return taken.containsKey(step);
    }

    /** Whole minutes at a step, rounded. */
    long minutes(String step) {
        return Math.round(taken.getOrDefault(step, Duration.ZERO).toSeconds() / 60.0);
    }
}
