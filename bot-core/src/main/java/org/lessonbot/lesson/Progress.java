package org.lessonbot.lesson;

import java.util.Map;
import java.util.Set;

/**
 * How far people are who go at their own pace.
 *
 * @param passed the rounds that they have gone on from, by person; nothing for somebody who has gone on from none
 * @param answered of the others, those in which something of theirs is kept
 */
public record Progress(Map<String, Set<Stop>> passed, Map<String, Set<Stop>> answered) {
    public static final Progress NONE = new Progress(Map.of(), Map.of());

    public Progress {
        passed = Map.copyOf(passed);
        answered = Map.copyOf(answered);
    }

    /** Whether somebody has gone on from a round. */
    public boolean has(String person, Stop stop) {
        return passed.getOrDefault(person, Set.of()).contains(stop);
    }

    /** Whether a round asks nothing more of somebody: they have gone on from it, or answered and not gone on yet. */
    public boolean hasDone(String person, Stop stop) {
        return has(person, stop) || answered.getOrDefault(person, Set.of()).contains(stop);
    }
}
