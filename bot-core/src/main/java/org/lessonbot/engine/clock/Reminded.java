package org.lessonbot.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lessonbot.club.Reminders;
import org.lessonbot.club.Reminders.Member;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;

/**
 * A club that is going on, and all who may be reminded of its stretch.
 *
 * @param stretch its number, from 0
 */
record Reminded(Standing standing, int stretch, Reminders reminders, List<Member> members) {
    /** How long after the end of a stretch the next one is looked at, if nothing asked for it before. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(5);

    Lesson lesson() {
        return standing.lesson();
    }

    Instant next(Instant now) {
        return reminders.due(members, now).isEmpty()
                ? reminders.look(members, now).orElseGet(() -> afterwards(now))
                : now;
    }

    private Instant afterwards(Instant now) {
        Instant end = reminders.end().instant();
        return (end.isAfter(now) ? end : now).plus(AFTERWARDS);
    }
}
