package org.lessonbot.club;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Stretch;
import org.lessonbot.time.LocalMoment;

/** When the stretches of a club end. Pure. */
public final class Timetable {
    /** Below this an hour is too much of a stretch. */
    private static final Duration SHORT = Duration.ofDays(2);

    private Timetable() {}

    /**
     * Divides the time that there is as the plan says, each end on a full hour of the clock by which the last one is said, or on a full
     * minute where the whole is short.
     *
     * @param from the number of the first stretch that is still to come
     * @param until when the last one ends; after {@code now}
     */
    public static List<Deadline> divide(LessonPlan plan, int from, Instant now, LocalMoment until) {
        List<Stretch> left = plan.stretches().subList(from, plan.stretches().size());
        int all = left.stream().mapToInt(Stretch::share).sum();
        Duration time = Duration.between(now, until.instant());
        List<Deadline> deadlines = new ArrayList<>();
        int share = 0;
        for (int i = 0; i < left.size(); i++) {
            share += left.get(i).share();
            Instant end = now.plus(time.multipliedBy(share).dividedBy(all));
            deadlines.add(new Deadline(from + i, i + 1 == left.size() ? until : round(end, until.zone(), time)));
        }
        return deadlines;
    }

    private static LocalMoment round(Instant end, ZoneId zone, Duration time) {
        ChronoUnit unit = time.compareTo(SHORT) < 0 ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
        return new LocalMoment(LocalDateTime.ofInstant(end, zone).truncatedTo(unit), zone);
    }
}
