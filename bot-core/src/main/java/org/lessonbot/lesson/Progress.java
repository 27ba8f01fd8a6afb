package org.lessonbot.lesson;

import java.util.Map;
import java.util.Set;

/**
 * Which rounds people are through with who go at their own pace.
 *
 * @param passed by person; nothing for somebody who is through with none
 */
public record Progress(Map<String, Set<Stop>> passed) {
    public static final Progress NONE = new Progress(Map.of());

    public Progress {
        passed = Map.copyOf(passed);
    }

    public boolean has(String person, Stop stop) {
        return passed.getOrDefault(person, Set.of()).contains(stop);
    }

    /** Whether somebody is through with any round. */
    public boolean hasBegun(String person) {
        return passed.containsKey(person);
    }
}
