package org.lessonbot.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days that may be meant, seen from now. */
final class Days {
    private static final int MONTHS_IN_A_YEAR = 12;
    /** Who leaves out the year and names a day that was over for less than this many months has slipped, and means no day in a year's time. */
    private static final int SLIP = 3;

    private final ZoneId zone;
    private final Instant now;
    private final LocalDate today;

    /** A day that depends on the time that is meant: Friday is today as long as it is not too late. */
    interface Day {
        Optional<LocalDate> at(TimeOfDay time);
    }

    Days(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
        this.today = LocalDate.ofInstant(now, zone);
    }

    LocalDate today() {
        return today;
    }

    LocalMoment moment(LocalDate day, TimeOfDay time) {
        return new LocalMoment(time.on(day), zone);
    }

    boolean ahead(LocalMoment moment) {
        return moment.instant().isAfter(now);
    }

    /** Today, or tomorrow if it is too late. */
    Day any() {
        return time -> first(time, Stream.of(today, today.plusDays(1)));
    }

    Day weekday(DayOfWeek day) {
        LocalDate next = today.with(TemporalAdjusters.nextOrSame(day));
        return time -> first(time, Stream.of(next, next.plusDays(7)));
    }

    /** What "next Friday" may be: the coming one, but not today, or the one in next week, wherever weeks begin. */
    List<Day> next(DayOfWeek day) {
        LocalDate coming = today.with(TemporalAdjusters.next(day));
        return Stream.concat(Stream.of(coming), inWeek(day, 1))
                .distinct()
                .map(this::fixed)
                .toList();
    }

    /** "Friday next week", which is one week on; of this week it is none. */
    List<Day> ofWeek(DayOfWeek day, int weeksOn) {
        return inWeek(day, weeksOn).distinct().map(this::fixed).toList();
    }

    /** "Friday in two weeks": the one of that week, or two weeks after the coming one. */
    List<Day> weeksOn(DayOfWeek day, int weeks) {
        LocalDate coming = today.with(TemporalAdjusters.nextOrSame(day));
        return Stream.concat(Stream.of(coming.plusWeeks(weeks)), inWeek(day, weeks))
                .distinct()
                .map(this::fixed)
                .toList();
    }

    /** For some a week begins on Monday, for others on Sunday. */
    private Stream<LocalDate> inWeek(DayOfWeek day, int weeksOn) {
        return Stream.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)
                .map(first -> today.with(TemporalAdjusters.previousOrSame(first))
                        .plusWeeks(weeksOn)
                        .with(TemporalAdjusters.nextOrSame(day)));
    }

    /** The last day of a month, the next time that it ends. */
    Day endOf(Month month) {
        LocalDate thisYear = YearMonth.of(today.getYear(), month).atEndOfMonth();
        return fixed(
                thisYear.isBefore(today)
                        ? YearMonth.of(today.getYear() + 1, month).atEndOfMonth()
                        : thisYear);
    }

    Day fixed(LocalDate day) {
        return time -> Optional.of(day);
    }

    /** A day of the month: the first that is ahead. */
    Day ofMonth(int day) {
        YearMonth month = YearMonth.from(today);
        return time -> first(
                time,
                IntStream.rangeClosed(0, MONTHS_IN_A_YEAR)
                        .mapToObj(month::plusMonths)
                        .filter(each -> each.isValidDay(day))
                        .map(each -> each.atDay(day)));
    }

    /** A date without its year: this year's or next year's; nothing if neither year has it. */
    Optional<Day> ofYear(MonthDay date) {
        List<LocalDate> days = IntStream.rangeClosed(-1, 1)
                .map(later -> today.getYear() + later)
                .filter(date::isValidYear)
                .mapToObj(date::atYear)
                .filter(day -> day.isAfter(today.minusMonths(SLIP)))
                .toList();
        return days.stream().findFirst().map(this::fixed);
    }

    private Optional<LocalDate> first(TimeOfDay time, Stream<LocalDate> days) {
        return days.filter(day -> ahead(moment(day, time))).findFirst();
    }
}
