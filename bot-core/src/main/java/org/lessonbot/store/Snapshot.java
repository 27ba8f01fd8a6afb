package org.lessonbot.store;

import java.util.List;
import java.util.Map;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.time.LocalMoment;

/**
 * A lesson as it was at one moment, but for what people entered.
 *
 * @param rounds in the order in which they were opened
 * @param deadlines of a club's stretches, in their order
 * @param endsEarly whether a stretch ends as soon as everybody has finished it
 * @param moreTime by member until when they may answer though the club is over, for those who were given more time
 */
public record Snapshot(
        Lesson lesson,
        Version version,
        List<Round> rounds,
        Roster roster,
        List<Deadline> deadlines,
        boolean endsEarly,
        Map<String, LocalMoment> moreTime) {
    public Snapshot {
        rounds = List.copyOf(rounds);
        deadlines = List.copyOf(deadlines);
        moreTime = Map.copyOf(moreTime);
    }
}
