package org.lessonbot.club;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Stretch;
import org.lessonbot.time.LocalMoment;

/** When the stretches of a club end. Pure. */
public final class Timetable {
    private static final Duration DAY = Duration.ofDays(1);

    /** Below this an hour is too much of a stretch. */
    private static final Duration SHORT = DAY;

    private Timetable() {}

    /**
     * Divides the time that there is as the plan says. Where there are days enough, each ends at the time of day at which the last one
     * does, by its clock: nobody has to remember more than one, and it is no hour of the night unless that one is. Otherwise each ends
     * on a full hour, or on a full minute where the whole is short.
     *
     * @param from the number of the first stretch that is still to come
     * @param until when the last one ends; after {@code now}
     */
    public static List<Deadline> divide(LessonPlan plan, int from, Instant now, LocalMoment until) {
        List<Instant> ends =
                ends(plan.stretches().subList(from, plan.stretches().size()), now, until.instant());
        List<LocalMoment> byDay = byDay(ends, until);
        Duration time = Duration.between(now, until.instant());
        boolean days = byDay.get(0).instant().isAfter(now.plus(DAY.dividedBy(2)));
        List<Deadline> deadlines = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            LocalMoment end = days ? byDay.get(i) : full(ends.get(i), until.zone(), time);
            deadlines.add(new Deadline(from + i, i + 1 == ends.size() ? until : end));
        }
        return deadlines;
    }

    private static List<Instant> ends(List<Stretch> stretches, Instant now, Instant until) {
        int all = stretches.stream().mapToInt(Stretch::share).sum();
        Duration time = Duration.between(now, until);
        List<Instant> ends = new ArrayList<>();
        int share = 0;
        for (Stretch stretch : stretches) {
            share += stretch.share();
            ends.add(now.plus(time.multipliedBy(share).dividedBy(all)));
        }
        return ends;
    }

    /** Each a whole number of days before the last one, and at least one before the next. */
    private static List<LocalMoment> byDay(List<Instant> ends, LocalMoment until) {
        Deque<LocalMoment> days = new ArrayDeque<>(List.of(until));
        long before = 0;
        for (int i = ends.size() - 2; i >= 0; i--) {
            Duration gap = Duration.between(ends.get(i), until.instant());
            before = Math.max(before + 1, gap.plus(DAY.dividedBy(2)).toDays());
            days.addFirst(new LocalMoment(until.local().minusDays(before), until.zone()));
        }
        return List.copyOf(days);
    }

    private static LocalMoment full(Instant end, ZoneId zone, Duration time) {
        ChronoUnit unit = time.compareTo(SHORT) < 0 ? ChronoUnit.MINUTES : ChronoUnit.HOURS;
        return new LocalMoment(LocalDateTime.ofInstant(end, zone).truncatedTo(unit), zone);
    }
}
