package org.lessonbot.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lessonbot.time.Days.Day;
import org.lessonbot.time.Reading.Why;
import org.lessonbot.time.Token.Kind;

/** What was said of the day and of the time, each with all that it may mean. */
final class Sentence {
    private static final List<LocalTime> MORNING = List.of(LocalTime.of(8, 0), LocalTime.of(10, 0));
    private static final List<LocalTime> AFTERNOON =
            List.of(LocalTime.of(15, 0), LocalTime.of(18, 0), LocalTime.of(20, 0));

    private final Days calendar;
    private final boolean twelveHours;

    private List<Day> days = List.of();
    private Why whyDays = Why.NO_SUCH_DATE;
    private boolean noSuchDay;
    private String saidOfDay = "";
    private Optional<Token> weekday = Optional.empty();
    private Optional<Token> next = Optional.empty();
    private Optional<Token> week = Optional.empty();
    private Optional<Token> clock = Optional.empty();
    private Optional<Token> half = Optional.empty();
    private Period period = Period.ZERO;
    private Duration exact = Duration.ZERO;
    private boolean twentyFour;

    /**
     * What was found.
     *
     * @param moments all that may be meant, at least one
     * @param why if there are several: what is not clear
     */
    record Found(List<LocalMoment> moments, Why why, String part) {}

    private record Meant(LocalDate date, LocalMoment moment, Day day) {}

    Sentence(Days calendar, boolean twelveHours) {
        this.calendar = calendar;
        this.twelveHours = twelveHours;
    }

    /** @param why if these are several: what is not clear */
    void day(String said, Why why, List<Day> meant) throws NotClear {
        if (!days.isEmpty() || !period.isZero()) {
            throw new NotClear(Why.TOO_MUCH, said);
        }
        if (meant.isEmpty()) {
            throw new NotClear(Why.NO_SUCH_DATE, said);
        }
        days = meant;
        whyDays = why;
        saidOfDay = said;
    }

    /** @param instead the days around one that there is not */
    void noSuchDay(String said, List<Day> instead) throws NotClear {
        day(said, Why.NO_SUCH_DATE, instead);
        noSuchDay = true;
    }

    void weekday(Token day) throws NotClear {
        weekday = once(weekday, day);
    }

    /** @param word "next" */
    void nextWeekday(Token word, Token day) throws NotClear {
        next = once(next, word);
        weekday(day);
    }

    /** @param words with the number of weeks from this one */
    void week(Token words) throws NotClear {
        week = once(week, words);
    }

    void clock(Token time) throws NotClear {
        clock = once(clock, time);
    }

    /** That it is night says less than "am" and "pm". */
    void half(Token mark) throws NotClear {
        boolean saysMore = half.isPresent() && half.get().is(Kind.NIGHT);
        half = mark.is(Kind.NIGHT) && half.isPresent() ? half : once(saysMore ? Optional.empty() : half, mark);
    }

    /** From now on hours count to 24, in the whole sentence. */
    void hoursCountTo24() {
        twentyFour = true;
    }

    void ahead(String said, int number, Token unit) throws NotClear {
        if (!days.isEmpty()) {
            throw new NotClear(Why.TOO_MUCH, said);
        }
        saidOfDay = said;
        switch (unit.kind()) {
            case MINUTES -> exact = exact.plusMinutes(number);
            case HOURS -> exact = exact.plusHours(number);
            case DAYS -> period = period.plusDays(number);
            case WEEKS -> period = period.plusDays(7L * number);
            default -> period = period.plusMonths(number);
        }
    }

    private static Optional<Token> once(Optional<Token> before, Token token) throws NotClear {
        if (before.isPresent()) {
            throw new NotClear(Why.TOO_MUCH, token.text());
        }
        return Optional.of(token);
    }

    /** @param now in the zone that is meant */
    Found resolve(ZonedDateTime now) throws NotClear {
        if (!exact.isZero()) {
            return new Found(List.of(exactly(now)), whyDays, saidOfDay);
        }
        boolean ofDay = !days.isEmpty() || !period.isZero();
        if (!ofDay && Stream.of(weekday, week, clock, half).allMatch(Optional::isEmpty)) {
            throw new NotClear(Why.UNKNOWN_WORDS, "");
        }
        List<Day> meantDays = days(now.toLocalDate());
        List<TimeOfDay> times = times(meantDays);
        List<Meant> all = moments(meantDays, times);
        if (noSuchDay) {
            throw new NotClear(
                    Why.NO_SUCH_DATE, saidOfDay, all.stream().map(Meant::moment).toList());
        }
        List<Meant> fitting = all.stream().filter(this::fits).toList();
        if (fitting.isEmpty()) {
            Token day = weekday.orElseThrow(() -> new NotClear(Why.NO_SUCH_DATE, saidOfDay));
            List<Meant> instead = moments(List.of(calendar.weekday(DayOfWeek.of(day.number()))), times);
            throw new NotClear(
                    Why.WRONG_WEEKDAY,
                    day.text() + " " + saidOfDay,
                    Stream.concat(all.stream(), instead.stream())
                            .map(Meant::moment)
                            .toList());
        }
        List<Meant> ahead =
                fitting.stream().filter(meant -> calendar.ahead(meant.moment())).toList();
        List<Meant> left = ahead.isEmpty() ? fitting : ahead;
        Set<Day> daysLeft = new HashSet<>(left.stream().map(Meant::day).toList());
        List<LocalMoment> moments =
                left.stream().map(Meant::moment).distinct().sorted().toList();
        return daysLeft.size() > 1
                ? new Found(moments, whyDays, saidOfDay)
                : new Found(moments, whyTimes(times), clock.map(Token::text).orElse(""));
    }

    private boolean fits(Meant meant) {
        return weekday.isEmpty()
                || meant.date().getDayOfWeek().getValue() == weekday.get().number();
    }

    /** "In three hours": to the minute, rounded up, so that what people see is what counts. */
    private LocalMoment exactly(ZonedDateTime now) throws NotClear {
        Optional<Token> more =
                Stream.of(clock, half, weekday, week).flatMap(Optional::stream).findFirst();
        if (more.isPresent()) {
            throw new NotClear(Why.TOO_MUCH, more.get().text());
        }
        ZonedDateTime then = now.plus(period).plus(exact);
        ZonedDateTime minute = then.truncatedTo(ChronoUnit.MINUTES);
        return LocalMoment.of((minute.isBefore(then) ? minute.plusMinutes(1) : minute).toInstant(), now.getZone());
    }

    private List<Day> days(LocalDate today) throws NotClear {
        if (!period.isZero() && (weekday.isEmpty() || period.getMonths() > 0 || period.getDays() % 7 != 0)) {
            return List.of(calendar.fixed(today.plus(period)));
        }
        if (!days.isEmpty()) {
            return days;
        }
        if (weekday.isEmpty()) {
            if (week.isPresent()) {
                List<Day> some = Stream.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)
                        .flatMap(day -> calendar.ofWeek(day, week.get().number()).stream()
                                .limit(1))
                        .toList();
                List<Meant> instead = moments(some, times(some));
                throw new NotClear(
                        Why.NO_DAY,
                        week.get().text(),
                        instead.stream().map(Meant::moment).toList());
            }
            return List.of(calendar.any());
        }
        DayOfWeek day = DayOfWeek.of(weekday.get().number());
        saidOfDay = Stream.of(next, weekday, week)
                .flatMap(Optional::stream)
                .map(Token::text)
                .reduce((one, more) -> one + " " + more)
                .orElseThrow();
        whyDays = Why.AMBIGUOUS_WEEKDAY;
        if (week.isPresent()) {
            return calendar.ofWeek(day, week.get().number());
        }
        if (!period.isZero()) {
            return calendar.weeksOn(day, period.getDays() / 7);
        }
        return next.isPresent() ? calendar.next(day) : List.of(calendar.weekday(day));
    }

    private List<TimeOfDay> times(List<Day> meantDays) throws NotClear {
        if (clock.isEmpty()) {
            if (half.isPresent() && !half.get().is(Kind.NIGHT)) {
                List<TimeOfDay> examples = (half.get().is(Kind.AM) ? MORNING : AFTERNOON)
                        .stream().map(TimeOfDay::of).toList();
                throw new NotClear(
                        Why.NO_HOUR,
                        half.get().text(),
                        moments(meantDays, examples).stream().map(Meant::moment).toList());
            }
            return List.of(TimeOfDay.END_OF_DAY);
        }
        Token time = clock.get();
        if (time.is(Kind.NOON)) {
            return List.of(TimeOfDay.NOON);
        }
        if (time.is(Kind.MIDNIGHT)) {
            boolean ofAnyDay = days.isEmpty() && weekday.isEmpty() && period.isZero();
            return ofAnyDay
                    ? List.of(TimeOfDay.MIDNIGHT_BEFORE)
                    : List.of(TimeOfDay.MIDNIGHT_BEFORE, TimeOfDay.MIDNIGHT_AFTER);
        }
        boolean to24 = twentyFour || TimeOfDay.showsTwentyFour(time) || time.is(Kind.CLOCK) && !twelveHours;
        return TimeOfDay.readings(time, half, to24);
    }

    private static Why whyTimes(List<TimeOfDay> times) {
        return times.contains(TimeOfDay.MIDNIGHT_BEFORE) ? Why.AMBIGUOUS_MIDNIGHT : Why.NO_HALF_OF_DAY;
    }

    private List<Meant> moments(List<Day> meantDays, List<TimeOfDay> times) {
        List<Meant> moments = new ArrayList<>();
        for (Day day : meantDays) {
            for (TimeOfDay time : times) {
                day.at(time).ifPresent(date -> moments.add(new Meant(date, calendar.moment(date, time), day)));
            }
        }
        return moments;
    }
}
