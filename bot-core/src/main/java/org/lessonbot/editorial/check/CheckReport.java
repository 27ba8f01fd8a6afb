package org.lessonbot.editorial.check;

import java.util.List;
import org.lessonbot.plan.ContentFault;

/**
 * What a check found.
 *
 * @param faults by file and line
 * @param lessons the figures of each lesson
 */
public record CheckReport(List<ContentFault> faults, List<Figures> lessons) {
    public CheckReport {
        faults = List.copyOf(faults);
        lessons = List.copyOf(lessons);
    }
}
