package org.lessonbot.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lessonbot.time.Reading.Why;
import org.lessonbot.time.Token.Kind;

/**
 * A time of day as it is meant.
 *
 * @param nextDay whether it belongs to the night after the day it is said of: "Friday 24:00", "tonight at one"
 */
record TimeOfDay(LocalTime time, boolean nextDay) {
    /** What a date without a time means. */
    static final TimeOfDay END_OF_DAY = of(LocalTime.of(23, 59));

    static final TimeOfDay NOON = of(LocalTime.NOON);
    static final TimeOfDay MIDNIGHT_BEFORE = of(LocalTime.MIDNIGHT);
    static final TimeOfDay MIDNIGHT_AFTER = new TimeOfDay(LocalTime.MIDNIGHT, true);

    private static final int FIRST_HOUR_OF_MORNING = 5;

    static TimeOfDay of(LocalTime time) {
        return new TimeOfDay(time, false);
    }

    LocalDateTime on(LocalDate day) {
        return day.plusDays(nextDay ? 1 : 0).atTime(time);
    }

    /**
     * All that a clock's time may mean.
     *
     * @param clock a {@link Kind#CLOCK} or a {@link Kind#NUMBER}
     * @param half {@link Kind#AM}, {@link Kind#PM} or {@link Kind#NIGHT}, if one was said
     * @param twentyFour whether hours are known to be counted to 24
     */
    static List<TimeOfDay> readings(Token clock, Optional<Token> half, boolean twentyFour) throws NotClear {
        String[] parts = clock.text().split("[:.]", -1);
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        boolean dayOver = hour == 24 && minute == 0 && second == 0;
        if (hour > 23 && !dayOver || minute > 59 || second > 59) {
            throw new NotClear(Why.NO_SUCH_TIME, clock.text());
        }
        List<TimeOfDay> readings = new ArrayList<>();
        LocalTime rest = LocalTime.of(0, minute, second);
        if (half.isEmpty()) {
            unmarked(hour, clock.is(Kind.NUMBER), twentyFour).forEach(reading -> readings.add(reading.plus(rest)));
        } else {
            for (TimeOfDay reading : marked(hour, half.get(), clock)) {
                readings.add(reading.plus(rest));
            }
            if (readings.equals(List.of(MIDNIGHT_BEFORE)) && hour == 12) {
                readings.add(MIDNIGHT_AFTER);
            }
        }
        return readings;
    }

    private static List<TimeOfDay> unmarked(int hour, boolean bare, boolean twentyFour) {
        if (hour == 24) {
            return List.of(MIDNIGHT_AFTER);
        }
        if (twentyFour || hour == 0 || hour > 12 || hour == 12 && !bare) {
            return List.of(hour(hour));
        }
        return hour == 12 ? List.of(NOON, MIDNIGHT_AFTER) : List.of(hour(hour), hour(hour + 12));
    }

    private static List<TimeOfDay> marked(int hour, Token half, Token clock) throws NotClear {
        boolean nonsense = half.is(Kind.AM) ? hour > 12 : half.is(Kind.PM) && (hour == 0 || hour == 24);
        if (nonsense) {
            throw new NotClear(Why.NO_SUCH_TIME, clock.text() + " " + half.text());
        }
        if (half.is(Kind.NIGHT)) {
            boolean afterMidnight = hour < FIRST_HOUR_OF_MORNING || hour % 12 == 0;
            int later = hour < 12 && !afterMidnight && !clock.text().startsWith("0") ? hour + 12 : hour % 24;
            return List.of(new TimeOfDay(LocalTime.of(hour == 12 ? 0 : later, 0), afterMidnight));
        }
        return List.of(hour(hour % 12 + (half.is(Kind.AM) ? 0 : 12)));
    }

    private static TimeOfDay hour(int hour) {
        return of(LocalTime.of(hour, 0));
    }

    private TimeOfDay plus(LocalTime rest) {
        return new TimeOfDay(time.plusSeconds(rest.toSecondOfDay()), nextDay);
    }

    /** Whether hours are counted to 24, because this one is, or is written as they are then. */
    static boolean showsTwentyFour(Token clock) {
        int hour = Integer.parseInt(clock.text().split("[:.]", -1)[0]);
        return hour > 12 || hour == 0 || clock.text().startsWith("0");
    }
}
