package org.lessonbot.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as people agree on it: what their clocks show, and where. It is kept like that and never as an instant alone, so
 * that it stays at six in the evening when a country changes its rules.
 *
 * <p>The order is that of the instants; what falls on the same instant is ordered by zone and local time, as {@code equals} tells
 * it apart.
 *
 * @param local what the clocks show
 * @param zone whose clocks: a region such as {@code Europe/Berlin}, or an offset where one was given
 */
public record LocalMoment(LocalDateTime local, ZoneId zone) implements Comparable<LocalMoment> {
    private static final Pattern WRITTEN = Pattern.compile("([^\\[]+)\\[([^]]+)]");

    private static final Comparator<LocalMoment> ORDER = Comparator.comparing(LocalMoment::instant)
            .thenComparing(moment -> moment.zone().getId())
            .thenComparing(LocalMoment::local);

    /**
     * What the clocks of a zone show at an instant. Where a change of clocks repeats an hour, the first pass is taken for
     * the second, as everywhere here; everything else comes back by {@link #instant()} as it went in.
     */
    public static LocalMoment of(Instant instant, ZoneId zone) {
        return new LocalMoment(LocalDateTime.ofInstant(instant, zone), zone);
    }

    /**
     * The instant, by the rules that the zone has now; so it is computed each time and not kept.
     *
     * <p>A time that the clocks skip is moved on by as much as they skip: 02:30 in a gap from 02:00 to 03:00 is 03:30. Of a time that comes
     * twice it is the <em>later</em> one: these are deadlines, and whoever comes in the second pass is in time.
     */
    public Instant instant() {
        return ZonedDateTime.ofLocal(local, zone, null)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }

    /** So many days later, at the same local time. */
    public LocalMoment plusDays(long days) {
        return new LocalMoment(local.plusDays(days), zone);
    }

    /** So much later: whole days are days at the same local time, however long they are, and what is left is exact. */
    public LocalMoment plus(Duration by) {
        LocalMoment day = plusDays(by.toDays());
        Duration rest = by.minusDays(by.toDays());
        return rest.isZero() ? day : of(day.instant().plus(rest), zone);
    }

    /** How long it is from one instant to another as {@link #plus} takes it, by the clocks of a zone. */
    public static Duration between(Instant from, Instant to, ZoneId zone) {
        ZonedDateTime begin = from.atZone(zone);
        long days = ChronoUnit.DAYS.between(begin, to.atZone(zone));
        return Duration.ofDays(days).plus(Duration.between(begin.plusDays(days), to.atZone(zone)));
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws DateTimeException if it is written otherwise, or nobody here knows such a zone
     */
    public static LocalMoment parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new DateTimeParseException("not written like 2026-12-04T18:00[Europe/Berlin]", written, 0);
        }
        return new LocalMoment(LocalDateTime.parse(parts.group(1)), ZoneId.of(parts.group(2)));
    }

    /** As it is stored: {@code 2026-12-04T18:00[Europe/Berlin]}, with seconds if there are any. */
    @Override
    public String toString() {
        return local + "[" + zone.getId() + "]";
    }

    @Override
    public int compareTo(LocalMoment other) {
        return ORDER.compare(this, other);
    }
}
