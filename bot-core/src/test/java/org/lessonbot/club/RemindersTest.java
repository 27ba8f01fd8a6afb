package org.lessonbot.club;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.club.Reminders.Hindrance;
import org.lessonbot.club.Reminders.Member;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Reminder;
import org.lessonbot.lesson.Reminder.Outcome;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.Window;

class RemindersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN = Instant.parse("2026-10-19T09:00:00Z");
    /** The clocks are put back on the last day. */
    private static final LocalMoment END = moment("2026-10-25T18:00", "Europe/Berlin");

    private static final Reminders SIX_DAYS = new Reminders(BEGIN, END);

    @ParameterizedTest(name = "{0}, quiet {1}: {2}")
    @CsvSource({
        "Europe/Berlin,       21:00-08:00, 2026-10-22T16:00Z 2026-10-23T16:00Z 2026-10-24T16:00Z",
        "Europe/London,       21:00-08:00, 2026-10-22T16:00Z 2026-10-23T16:00Z 2026-10-24T16:00Z",
        "America/Los_Angeles, 21:00-08:00, 2026-10-22T16:00Z 2026-10-23T16:00Z 2026-10-24T16:00Z",
        "Pacific/Honolulu,    21:00-08:00, 2026-10-22T18:00Z 2026-10-23T18:00Z 2026-10-24T18:00Z",
        "Asia/Kolkata,        21:00-08:00, 2026-10-23T02:30Z 2026-10-24T02:30Z 2026-10-25T02:30Z",
        "Asia/Kathmandu,      21:00-08:00, 2026-10-23T02:15Z 2026-10-24T02:15Z 2026-10-25T02:15Z",
        "Australia/Lord_Howe, 21:00-08:00, 2026-10-22T21:00Z 2026-10-23T21:00Z 2026-10-24T21:00Z",
        "Europe/Berlin,       04:00-20:00, 2026-10-22T18:00Z 2026-10-23T18:00Z 2026-10-24T18:00Z",
        "Europe/Berlin,       00:00-23:00, 2026-10-22T21:00Z 2026-10-23T21:00Z 2026-10-24T21:00Z",
    })
    void whoeverHasNotBegunIsRemindedThreeTwoAndOneDayBeforeInTheirOwnHours(
            String zone, String quiet, String expected) {
        Member ann = member(zone, Wishes.NONE.withQuiet(Window.parse(quiet)), false, BEGIN);

        assertThat(all(SIX_DAYS, ann)).isEqualTo(instants(expected));
    }

    @Test
    void whoeverIsOnTheWayIsRemindedOnceAndWhoeverHasFinishedNever() {
        Member onTheWay = member("Europe/Berlin", Wishes.NONE, true, BEGIN);
        Member finished = new Member(onTheWay.student(), Wishes.NONE, BERLIN, true, true, BEGIN, List.of());

        assertThat(all(SIX_DAYS, onTheWay)).isEqualTo(instants("2026-10-24T16:00Z"));
        assertThat(all(SIX_DAYS, finished)).isEmpty();
    }

    /** A part of one day, from nine in the morning to nine in the morning: six hours before its end it is night in Berlin. */
    @ParameterizedTest(name = "{0}, begun: {1}, last seen {2}")
    @CsvSource({
        "Europe/Berlin,       false, 2026-10-19T07:00Z, 2026-10-20T18:00Z",
        "Europe/Berlin,       true,  2026-10-20T10:00Z, 2026-10-20T18:00Z",
        "America/Los_Angeles, false, 2026-10-19T07:00Z, 2026-10-21T01:00Z",
        "Europe/Berlin,       true,  2026-10-20T13:00Z, ''",
    })
    void whoeverSleepsUntilItIsTooLateIsRemindedInTheEveningBefore(
            String zone, boolean begun, String seen, String expected) {
        Reminders day =
                new Reminders(Instant.parse("2026-10-20T07:00:00Z"), moment("2026-10-21T09:00", "Europe/Berlin"));

        assertThat(all(day, member(zone, Wishes.NONE, begun, Instant.parse(seen.replace("Z", ":00Z")))))
                .isEqualTo(instants(expected));
    }

    @Test
    void whoeverCameLateOrWentOnLatelyIsLeftAloneForADay() {
        Member late = member("Europe/Berlin", Wishes.NONE, false, Instant.parse("2026-10-23T10:00:00Z"));
        Member justHere = member("Europe/Berlin", Wishes.NONE, true, Instant.parse("2026-10-24T15:00:00Z"));
        Member tooLate = member("Europe/Berlin", Wishes.NONE, true, Instant.parse("2026-10-24T16:30:00Z"));

        assertThat(all(SIX_DAYS, late)).isEqualTo(instants("2026-10-24T10:00Z"));
        assertThat(all(SIX_DAYS, justHere)).isEqualTo(instants("2026-10-25T15:00Z"));
        assertThat(all(SIX_DAYS, tooLate)).isEmpty();
    }

    @Test
    void whatAnOutageMissedIsMadeUpForOnceAndNothingIsSentOnceItIsSenseless() {
        Member ann = member("Europe/Berlin", Wishes.NONE, false, BEGIN);

        Instant back = Instant.parse("2026-10-24T09:00:00Z");
        assertThat(SIX_DAYS.next(ann, back)).contains(back);
        assertThat(SIX_DAYS.next(ann, Instant.parse("2026-10-25T15:59:00Z"))).isPresent();
        assertThat(SIX_DAYS.next(ann, Instant.parse("2026-10-25T16:00:00Z"))).isEmpty();
        assertThat(SIX_DAYS.next(ann, Instant.parse("2026-10-26T09:00:00Z"))).isEmpty();
    }

    @Test
    void whoeverIsAwayOrSnoozesIsLeftAloneUntilThen() {
        Wishes away = Wishes.NONE.withAway(moment("2026-10-23T00:00", "Europe/Berlin"));
        Wishes both = away.withSnooze(moment("2026-10-24T12:00", "Europe/Berlin"));
        Wishes forAll = Wishes.NONE.withAway(moment("2026-11-30T00:00", "Europe/Berlin"));

        assertThat(all(SIX_DAYS, member("Europe/Berlin", away, false, BEGIN)))
                .isEqualTo(instants("2026-10-23T06:00Z 2026-10-24T16:00Z"));
        assertThat(all(SIX_DAYS, member("Europe/Berlin", both, false, BEGIN))).isEqualTo(instants("2026-10-24T10:00Z"));
        assertThat(all(SIX_DAYS, member("Europe/Berlin", forAll, false, BEGIN))).isEmpty();
    }

    @Test
    void whoeverAskedForNoneHadEnoughOrCannotBeReachedGetsNone() {
        Member ann = member("Europe/Berlin", Wishes.NONE, false, BEGIN);
        Member none = member("Europe/Berlin", Wishes.NONE.withWay(Wishes.Way.NONE), false, BEGIN);
        Reminder old = reminder(BEGIN.minus(Duration.ofDays(9)), Outcome.SENT);
        Member enough = had(ann, List.of(old, old, old));
        Member refused = had(ann, List.of(reminder(BEGIN, Outcome.REFUSED)));
        Member told = had(ann, List.of(reminder(BEGIN, Outcome.TOLD)));
        Member rather = new Member(
                ann.student(), Wishes.NONE.withWay(Wishes.Way.MENTION), BERLIN, false, false, BEGIN, refused.before());

        for (Member member : List.of(none, enough, refused)) {
            assertThat(all(SIX_DAYS, member)).isEmpty();
        }
        assertThat(all(SIX_DAYS, told)).hasSize(2);
        assertThat(all(SIX_DAYS, rather)).hasSize(2);
    }

    @ParameterizedTest(name = "a stretch until {0}: {1}")
    @CsvSource({
        "2026-10-21T11:00, 2026-10-20T06:00Z 2026-10-21T06:00Z",
        "2026-10-20T11:00, 2026-10-20T06:00Z",
        "2026-10-19T19:00, 2026-10-19T15:00Z",
        "2026-10-20T05:00, 2026-10-19T18:00Z",
        "2026-10-19T23:00, 2026-10-19T18:00Z",
    })
    void aShortStretchRemindsInQuartersOfIt(String end, String expected) {
        Reminders reminders = new Reminders(BEGIN, moment(end, "Europe/Berlin"));

        assertThat(all(reminders, member("Europe/Berlin", Wishes.NONE, false, BEGIN)))
                .isEqualTo(instants(expected));
    }

    @Test
    void nobodyHearsTwiceADayWhoseEveningRunsOverMidnight() {
        Wishes owl = Wishes.NONE.withQuiet(Window.parse("04:00-20:00"));
        Member ann = had(
                member("Europe/Berlin", owl, false, BEGIN),
                List.of(reminder(Instant.parse("2026-10-22T21:50:00Z"), Outcome.SENT)));

        Instant past = Instant.parse("2026-10-22T22:10:00Z");
        assertThat(SIX_DAYS.hindrance(ann, past)).contains(Hindrance.TODAY);
        assertThat(SIX_DAYS.next(ann, past)).contains(Instant.parse("2026-10-23T18:00:00Z"));
    }

    /** Sydney is a day ahead of Honolulu: what was their Friday there is to come here once more. */
    @Test
    void whoeverMovesFurtherWestIsNotDueAgainOnTheDayOnWhichTheyHeardFurtherEast() {
        Instant friday = Instant.parse("2026-10-22T21:00:00Z");
        Reminder heard = new Reminder(0, friday, LocalDate.parse("2026-10-23"), Outcome.SENT);
        Member west = had(member("Pacific/Honolulu", Wishes.NONE, false, BEGIN), List.of(heard));

        Instant thereToo = Instant.parse("2026-10-23T18:00:00Z");
        assertThat(SIX_DAYS.hindrance(west, thereToo)).contains(Hindrance.TODAY);
        assertThat(SIX_DAYS.due(List.of(west), thereToo)).isEmpty();
        assertThat(SIX_DAYS.next(west, thereToo)).contains(Instant.parse("2026-10-24T18:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-21T12:00:00Z,",
        "2026-10-21T20:00:00Z, NIGHT",
        "2026-10-22T05:59:00Z, NIGHT",
        "2026-10-22T06:00:00Z,",
    })
    void whoeverLeadsMayRemindInWakingHoursAlone(Instant now, Hindrance expected) {
        assertThat(SIX_DAYS.hindrance(member("Europe/Berlin", Wishes.NONE, true, BEGIN), now))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void whoeverHasNotBegunComesFirst() {
        Member begun = member("Europe/Berlin", Wishes.NONE, true, BEGIN);
        Member fresh = member("Europe/Berlin", Wishes.NONE, false, BEGIN);
        Member reminded = had(fresh, List.of(reminder(Instant.parse("2026-10-22T16:00:00Z"), Outcome.SENT)));

        assertThat(SIX_DAYS.due(List.of(begun, reminded, fresh), Instant.parse("2026-10-24T16:00:00Z")))
                .containsExactly(fresh, reminded, begun);
    }

    /** All zones, through both changes of clocks, looking only when told to. */
    @Test
    void inEveryZoneTheRulesAreKept() {
        for (String end : List.of("2026-10-26T03:30", "2026-03-30T02:30", "2027-02-28T23:59", "2028-02-29T12:00")) {
            LocalMoment until = moment(end, "Europe/Berlin");
            Reminders reminders = new Reminders(until.instant().minus(Duration.ofDays(7)), until);
            for (String id : ZoneId.getAvailableZoneIds()) {
                ZoneId zone = ZoneId.of(id);
                List<Instant> all = all(reminders, member(id, Wishes.NONE, false, reminders.begin()));
                Set<LocalDate> days =
                        all.stream().map(at -> LocalDate.ofInstant(at, zone)).collect(Collectors.toSet());

                assertThat(all).as(id).hasSizeBetween(2, 3).allSatisfy(at -> {
                    assertThat(LocalTime.ofInstant(at, zone)).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59));
                    assertThat(at).isBefore(until.instant());
                });
                assertThat(days).as(id).hasSameSizeAs(all);
            }
        }
    }

    /** When somebody is reminded who never goes on, by a clock that goes from look to look. */
    private static List<Instant> all(Reminders reminders, Member member) {
        List<Instant> sent = new ArrayList<>();
        Member now = member;
        Optional<Instant> look = Optional.of(reminders.begin());
        while (look.isPresent()) {
            Instant at = look.get();
            if (!reminders.due(List.of(now), at).isEmpty()) {
                assertThat(reminders.hindrance(now, at)).isEmpty();
                sent.add(at);
                List<Reminder> before = new ArrayList<>(now.before());
                before.add(new Reminder(0, at, now.day(at), Outcome.SENT));
                now = had(now, before);
            }
            look = reminders.look(List.of(now), at);
        }
        return sent;
    }

    private static Reminder reminder(Instant at, Outcome outcome) {
        return new Reminder(0, at, LocalDate.ofInstant(at, BERLIN), outcome);
    }

    private static Member member(String zone, Wishes wishes, boolean begun, Instant seen) {
        Participant ann = new Participant("a", "Ann", Participant.Role.STUDENT, true, BEGIN);
        return new Member(ann, wishes, ZoneId.of(zone), begun, false, seen, List.of());
    }

    private static Member had(Member member, List<Reminder> before) {
        return new Member(
                member.student(),
                member.wishes(),
                member.zone(),
                member.begun(),
                member.finished(),
                member.seen(),
                before);
    }

    private static LocalMoment moment(String local, String zone) {
        return new LocalMoment(LocalDateTime.parse(local), ZoneId.of(zone));
    }

    private static List<Instant> instants(String all) {
        return all.isEmpty()
                ? List.of()
                : List.of(all.split(" ")).stream()
                        .map(one -> Instant.parse(one.replace("Z", ":00Z")))
                        .toList();
    }
}
