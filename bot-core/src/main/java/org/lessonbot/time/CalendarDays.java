package org.lessonbot.time;

import java.time.Instant;
import java.time.ZoneId;

/** Days as they are where somebody lives: as long as the clocks there make them, and begun when it is midnight there. */
public final class CalendarDays {
    private CalendarDays() {}

    /** Whether it is the same day at both instants for whoever lives there. */
    public static boolean sameDay(Instant one, Instant other, ZoneId zone) {
        return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }
}
