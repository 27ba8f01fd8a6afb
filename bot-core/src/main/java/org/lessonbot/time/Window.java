package org.lessonbot.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A stretch of every day, such as the hours in which somebody is awake. It may run over midnight. One is inside when the
 * clock on the wall says so: from {@code from}, which belongs to it, until {@code to}, which does not. So on a day that skips or repeats an
 * hour it may be longer, shorter, or come twice.
 *
 * @param to the end; if it is the same as {@code from}, the window is the whole day
 */
public record Window(LocalTime from, LocalTime to) {
    /** When people are taken to be awake who said nothing else. */
    public static final Window WAKING = new Window(LocalTime.of(8, 0), LocalTime.of(21, 0));

    /** No zone has ever skipped more than a day; what lies in a gap is looked for a day later. */
    private static final int DAYS_AHEAD = 3;

    private static final Duration DAY = Duration.ofDays(1);

    public boolean contains(Instant instant, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(instant, zone);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /** The first instant inside, from this one on: itself, or when the window opens next. */
    public Instant next(Instant instant, ZoneId zone) {
        if (contains(instant, zone)) {
            return instant;
        }
        LocalDate today = LocalDate.ofInstant(instant, zone);
        Stream<Instant> openings = Stream.iterate(0, day -> day <= DAYS_AHEAD, day -> day + 1)
                .flatMap(day -> openings(today.plusDays(day).atTime(from), zone.getRules()));
        return Stream.concat(openings, changes(instant, zone.getRules()))
                .filter(opening -> opening.isAfter(instant) && contains(opening, zone))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException(this + " never opens in " + zone));
    }

    /** When it closed last, at this instant or before it. */
    public Instant closed(Instant instant, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        return Stream.iterate(0, day -> day <= DAYS_AHEAD, day -> day + 1)
                .flatMap(day -> openings(today.minusDays(day).atTime(to), zone.getRules()))
                .filter(closing -> !closing.isAfter(instant))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException(this + " never closes in " + zone));
    }

    /** None if the clocks skip it, two if they repeat it. */
    private static Stream<Instant> openings(LocalDateTime local, ZoneRules rules) {
        return rules.getValidOffsets(local).stream().map(local::toInstant);
    }

    /** When the clocks leap, they may leap inside. */
    private static Stream<Instant> changes(Instant instant, ZoneRules rules) {
        Instant last = instant.plus(DAY.multipliedBy(DAYS_AHEAD));
        return Stream.iterate(
                        rules.nextTransition(instant),
                        change -> change != null && change.getInstant().isBefore(last),
                        change -> rules.nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
    }

    /**
     * How many minutes of a day somebody is inside this window and somebody else inside theirs, for 0 to 1440. It is the same from
     * either side.
     *
     * @param on the offsets of both zones are those at this instant
     */
    public int sharedMinutes(ZoneId zone, Window other, ZoneId otherZone, Instant on) {
        long start = start(zone, on);
        long otherStart = other.start(otherZone, on);
        long shared = 0;
        for (long day = -DAY.toSeconds(); day <= DAY.toSeconds(); day += DAY.toSeconds()) {
            long begin = Math.max(start, otherStart + day);
            long end = Math.min(start + seconds(), otherStart + day + other.seconds());
            shared += Math.max(0, end - begin);
        }
        return Math.toIntExact(Duration.ofSeconds(shared).toMinutes());
    }

    /** The second of a day in UTC at which it opens. */
    private long start(ZoneId zone, Instant on) {
        ZoneOffset offset = zone.getRules().getOffset(on);
        return Math.floorMod((long) from.toSecondOfDay() - offset.getTotalSeconds(), DAY.toSeconds());
    }

    private long seconds() {
        long seconds = Math.floorMod((long) to.toSecondOfDay() - from.toSecondOfDay(), DAY.toSeconds());
        return seconds == 0 ? DAY.toSeconds() : seconds;
    }

    public boolean isWholeDay() {
        return from.equals(to);
    }

    /**
     * The rest of the day: of waking hours, the quiet ones.
     *
     * @throws IllegalStateException of the whole day, which leaves nothing
     */
    public Window complement() {
        if (isWholeDay()) {
            throw new IllegalStateException("nothing is left beside the whole day");
        }
        return new Window(to, from);
    }

    /**
     * Reads what {@link #toString()} writes. What people type is for {@link #read}.
     *
     * @throws DateTimeException if it is written otherwise
     */
    public static Window parse(String written) {
        String[] ends = written.split("-", -1);
        if (ends.length != 2) {
            throw new DateTimeParseException("not written like 08:00-21:00", written, 0);
        }
        return new Window(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    /** As it is stored: {@code 22:00-07:00}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }

    /**
     * Reads what somebody typed, such as {@code 22:00-7:00} or {@code 10 pm - 7 am}. A window without an end or a beginning, and the whole
     * day, are asked back.
     *
     * @param locale the language they type in; English is understood beside it
     * @param understood what to make of the window
     * @param unclear what to make of it otherwise; its examples are windows
     */
    public static <T> T read(
            String typed, Locale locale, Function<Window, T> understood, Function<Reading.Unclear, T> unclear) {
        return WindowWords.read(typed, locale, understood, unclear);
    }
}
