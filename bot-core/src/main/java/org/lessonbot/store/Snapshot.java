package org.lessonbot.store;

import java.util.List;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;

/**
 * A lesson as it was at one moment, but for what people entered.
 *
 * @param rounds in the order in which they were opened
 * @param deadlines of a club's stretches, in their order
 * @param endsEarly whether a stretch ends as soon as everybody has finished it
 */
public record Snapshot(
        Lesson lesson,
        Version version,
        List<Round> rounds,
        Roster roster,
        List<Deadline> deadlines,
        boolean endsEarly) {
    public Snapshot {
        rounds = List.copyOf(rounds);
        deadlines = List.copyOf(deadlines);
    }
}
