package org.lessonbot.club;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Window;

/**
 * Whom a club reminds of a stretch that they have not finished, and when: three, two and one day before its end, or three, two and one quarter of it
 * where it is shorter than four days. Whoever is on the way is reminded at the last of these moments alone. A moment that
 * falls into somebody's quiet hours, or was missed, is made up for while the stretch goes on, once; if the quiet hours leave no time for it,
 * it comes in the evening before them.
 *
 * @param begin when the stretch began
 * @param end until when it goes
 */
public record Reminders(Instant begin, LocalMoment end) {
    /** So many in a club. */
    public static final int MOST = 3;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOMENTS = 3;
    private static final int PARTS = 4;
    /** Somebody's waking hours may run over midnight: then another day begins in the middle of them. */
    private static final Duration APART = Duration.ofHours(12);

    private static final Duration TIME_LEFT = Duration.ofHours(1);
    private static final Duration BEFORE_BED = Duration.ofHours(1);

    /**
     * A student, and what is to be known of them.
     *
     * @param zone whose clock they go by
     * @param begun whether they have begun the stretch
     * @param seen when they last went on in this club
     * @param before the reminders they had in it, in any order
     */
    public record Member(
            Participant student,
            Wishes wishes,
            ZoneId zone,
            boolean begun,
            boolean finished,
            Instant seen,
            List<Reminder> before) {
        public Member {
            before = List.copyOf(before);
        }

        private Optional<Instant> last() {
            return before.stream().map(Reminder::at).max(Comparator.naturalOrder());
        }

        /** A reminder shortly before a moment, late for an earlier one, serves for both. */
        private boolean hasHeard(Instant moment) {
            return last().filter(at -> !at.isBefore(moment.minus(APART))).isPresent();
        }

        private boolean refused() {
            return before.stream().anyMatch(reminder -> reminder.outcome() == Reminder.Outcome.REFUSED);
        }

        /** Their day. */
        public LocalDate day(Instant now) {
            return LocalDate.ofInstant(now, zone);
        }

        /** From when on they may be reminded again: on another day by their clock, and by the one that they went by before. */
        private Instant free() {
            return before.stream()
                    .map(reminder -> latest(after(reminder), reminder.at().plus(APART)))
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        }

        private Instant after(Reminder reminder) {
            LocalDate here = day(reminder.at());
            LocalDate last = here.isAfter(reminder.day()) ? here : reminder.day();
            return last.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** Why somebody who has not finished is not reminded now. */
    public enum Hindrance {
        /** They asked for no reminders. */
        UNWANTED,
        /** They take no private messages, and have not been here since. */
        UNREACHABLE,
        ENOUGH,
        AWAY,
        NIGHT,
        TODAY
    }

    /** What is in the way of reminding somebody now who has not finished. */
    public Optional<Hindrance> hindrance(Member member, Instant now) {
        return forGood(member).or(() -> {
            if (member.wishes().rests(now)) {
                return Optional.of(Hindrance.AWAY);
            }
            if (member.free().isAfter(now)) {
                return Optional.of(Hindrance.TODAY);
            }
            return member.wishes().waking().contains(now, member.zone())
                    ? Optional.empty()
                    : Optional.of(Hindrance.NIGHT);
        });
    }

    /** What time alone does not take away. */
    private static Optional<Hindrance> forGood(Member member) {
        if (member.wishes().way() == Wishes.Way.NONE) {
            return Optional.of(Hindrance.UNWANTED);
        }
        if (member.refused() && member.wishes().way() == Wishes.Way.MESSAGE) {
            return Optional.of(Hindrance.UNREACHABLE);
        }
        return member.before().size() >= MOST ? Optional.of(Hindrance.ENOUGH) : Optional.empty();
    }

    /** Who is to be reminded now: first whoever has not begun, then whoever had fewest. */
    public List<Member> due(Collection<Member> members, Instant now) {
        return members.stream()
                .filter(member -> next(member, now).filter(now::equals).isPresent())
                .sorted(Comparator.comparing(Member::begun)
                        .thenComparing(member -> member.before().size()))
                .toList();
    }

    /** Before this nobody is reminded, whoever they are. */
    public Instant first() {
        return begin.plus(unit());
    }

    /** When to look again, later than now; nothing if there will be nobody to be reminded of this stretch. */
    public Optional<Instant> look(Collection<Member> members, Instant now) {
        return Stream.concat(members.stream().flatMap(member -> next(member, now).stream()), moments(false).stream())
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** When somebody is to be reminded next: now, or later; nothing if not again in this stretch as things stand. */
    public Optional<Instant> next(Member member, Instant now) {
        return member.finished() || forGood(member).isPresent()
                ? Optional.empty()
                : moments(member.begun()).stream()
                        .map(moment -> awake(member, moment))
                        .filter(moment -> !member.hasHeard(moment))
                        .map(moment -> when(member, latest(moment, now)))
                        .filter(at -> at.isBefore(lastCall()))
                        .min(Comparator.naturalOrder());
    }

    /** A moment as it is for somebody; if they sleep through it until it is too late, an hour before they go to bed. */
    private Instant awake(Member member, Instant moment) {
        Window waking = member.wishes().waking();
        return waking.next(moment, member.zone()).isBefore(lastCall())
                ? moment
                : waking.closed(moment, member.zone()).minus(BEFORE_BED);
    }

    private Instant when(Member member, Instant from) {
        Instant rested = member.wishes().rest().map(LocalMoment::instant).orElse(Instant.MIN);
        Instant fresh = latest(first(), member.seen().plus(unit()));
        Instant free = latest(latest(from, fresh), latest(rested, member.free()));
        return member.wishes().waking().next(free, member.zone());
    }

    /** From when on the end is near. */
    public Instant soon() {
        return moment(1);
    }

    private List<Instant> moments(boolean begun) {
        boolean once = begun || length().compareTo(DAY) <= 0;
        return IntStream.rangeClosed(1, once ? 1 : MOMENTS)
                .mapToObj(this::moment)
                .toList();
    }

    private Instant moment(int before) {
        return unit().equals(DAY)
                ? end.plusDays(-before).instant()
                : end.instant().minus(unit().multipliedBy(before));
    }

    /** Later than this nobody is reminded: it would leave them no time. */
    private Instant lastCall() {
        return end.instant().minus(shorter(TIME_LEFT, unit().dividedBy(PARTS)));
    }

    private Duration unit() {
        return shorter(DAY, length().dividedBy(PARTS));
    }

    private Duration length() {
        Duration length = Duration.between(begin, end.instant());
        return length.isNegative() ? Duration.ZERO : length;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
