package org.lessonbot.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.lesson.Stop;

/**
 * How far one reason moved those who read it. It names neither who gave it nor who read it.
 *
 * @param answer what it is a reason for
 * @param prepared whether it was prepared for the lesson, and nobody gave it
 * @param shown to how many people
 * @param changed how many of these chose otherwise afterwards; who did not choose again has not changed
 */
public record Sway(Stop stop, String answer, String text, boolean prepared, int shown, int changed) {
    /** Whether it was shown often enough to say anything. */
    public boolean tells() {
        return shown >= Lesson.ENOUGH;
    }

    /**
     * Of the reasons of one round that were shown to anybody, the one shown most often first.
     *
     * @param reasons those that may still be shown
     * @param answers of everybody, before they read any
     * @param again of those who chose again
     */
    public static List<Sway> of(
            Stop stop,
            List<Reason> reasons,
            List<ShownReason> shown,
            Map<String, String> answers,
            Map<String, String> again) {
        return reasons.stream()
                .map(reason -> {
                    List<String> readers = shown.stream()
                            .filter(one -> one.stop().equals(stop) && one.is(reason))
                            .map(ShownReason::viewer)
                            .toList();
                    long changed = readers.stream()
                            .filter(reader -> again.containsKey(reader)
                                    && !again.getOrDefault(reader, "").equals(answers.getOrDefault(reader, "")))
                            .count();
                    return new Sway(
                            stop, reason.answer(), reason.text(), reason.prepared(), readers.size(), (int) changed);
                })
                .filter(sway -> sway.shown() > 0)
                .sorted(Comparator.comparingInt(Sway::shown)
                        .reversed()
                        .thenComparing(Sway::answer)
                        .thenComparing(Sway::text))
                .toList();
    }
}
