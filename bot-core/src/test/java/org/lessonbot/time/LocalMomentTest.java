package org.lessonbot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMomentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void oneLawHoldsAtEveryChangeOfClocks() {
        assertThat(Changes.ALL).hasSizeGreaterThan(300).allSatisfy(LocalMomentTest::theLawHolds);
    }

    private static void theLawHolds(Changes.Change change) {
        ZoneOffsetTransition leap = change.leap();
        Duration by = leap.getDuration().abs();
        LocalDateTime first = leap.isGap() ? leap.getDateTimeBefore() : leap.getDateTimeAfter();
        LocalDateTime end = first.plus(by);

        assertThat(instant(first.minusSeconds(1), change))
                .isEqualTo(first.minusSeconds(1).toInstant(leap.getOffsetBefore()));
        for (LocalDateTime between : List.of(first, first.plus(by.dividedBy(2)), end.minusSeconds(1))) {
            if (leap.isGap()) {
                assertThat(LocalDateTime.ofInstant(instant(between, change), change.zone()))
                        .isEqualTo(between.plus(by));
            } else {
                assertThat(instant(between, change))
                        .isEqualTo(between.toInstant(leap.getOffsetAfter()))
                        .isAfter(between.toInstant(leap.getOffsetBefore()));
            }
        }
        assertThat(instant(end, change)).isEqualTo(end.toInstant(leap.getOffsetAfter()));
    }

    @Test
    void aDayLaterIsTheSameTimeHoweverLongTheDayIs() {
        assertThat(Changes.ALL).allSatisfy(LocalMomentTest::theTimeStays);
    }

    private static void theTimeStays(Changes.Change change) {
        LocalDateTime noon =
                change.leap().getDateTimeBefore().toLocalDate().minusDays(1).atTime(12, 0);

        LocalMoment later = new LocalMoment(noon, change.zone()).plusDays(10);

        assertThat(LocalDateTime.ofInstant(later.instant(), change.zone())).isEqualTo(noon.plusDays(10));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "Europe/Berlin,       2026-10-25T02:30, 2026-10-25T01:30:00Z",
        "America/New_York,    2026-11-01T01:30, 2026-11-01T06:30:00Z",
        "Australia/Lord_Howe, 2025-10-05T02:15, 2025-10-04T15:45:00Z",
        "Australia/Lord_Howe, 2026-04-05T01:45, 2026-04-04T15:15:00Z",
        "Asia/Kolkata,        2026-12-04T18:00, 2026-12-04T12:30:00Z",
        "Asia/Kathmandu,      2026-12-04T18:00, 2026-12-04T12:15:00Z",
        "Pacific/Apia,        2011-12-30T12:00, 2011-12-30T22:00:00Z",
        "Africa/Casablanca,   2025-02-23T02:30, 2025-02-23T02:30:00Z",
        "Africa/Casablanca,   2025-04-06T02:30, 2025-04-06T02:30:00Z",
    })
    void momentsOfDaysThatAreOver(ZoneId zone, LocalDateTime local, Instant instant) {
        assertThat(new LocalMoment(local, zone).instant()).isEqualTo(instant);
    }

    @Test
    void aCountryThatChangesItsRuleTakesItsMomentsAlong() {
        ChangingZone.offset(ZoneOffset.ofHours(2));
        LocalMoment evening = LocalMoment.parse("2027-01-15T18:00[" + ChangingZone.ID + "]");
        Instant asPlanned = evening.instant();

        ChangingZone.offset(ZoneOffset.ofHours(3));

        assertThat(evening.instant()).isEqualTo(asPlanned.minus(Duration.ofHours(1)));
        assertThat(LocalTime.ofInstant(evening.instant(), evening.zone())).isEqualTo(LocalTime.of(18, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-28, 1, 2028-02-29",
        "2028-02-29, 1, 2028-03-01",
        "2027-02-28, 1, 2027-03-01",
        "2028-02-29, 366, 2029-03-01",
        "2026-12-31, 1, 2027-01-01",
        "2026-11-30, -30, 2026-10-31",
    })
    void daysGoByTheCalendar(LocalDate from, long days, LocalDate to) {
        assertThat(new LocalMoment(from.atTime(18, 0), BERLIN).plusDays(days))
                .isEqualTo(new LocalMoment(to.atTime(18, 0), BERLIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-04T18:00[Europe/Berlin]",
                "2026-12-04T18:00:30[Asia/Calcutta]",
                "2028-02-29T23:59[+01:00]",
                "2026-12-04T18:00[Z]",
                "2026-10-25T02:30[Europe/Berlin]"
            })
    void whatIsStoredIsReadAgain(String written) {
        assertThat(LocalMoment.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-12-04T18:00",
                "2026-12-04T18:00Z",
                "2026-12-04T18:00[Europe/Bonn]",
                "2027-02-29T18:00[Europe/Berlin]",
                "2026-12-04T18:00+01:00[Europe/Berlin]",
                "2026-12-04T18:00[Europe/Berlin]x"
            })
    void whatIsWrittenOtherwiseIsRefused(String written) {
        assertThatThrownBy(() -> LocalMoment.parse(written)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void anInstantComesBackButForTheFirstPassOfARepeatedHour() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(LocalMoment.of(second, BERLIN).instant()).isEqualTo(second);
        assertThat(LocalMoment.of(first, BERLIN).instant()).isEqualTo(second);
        assertThat(LocalMoment.of(first, ZoneId.of("UTC")).instant()).isEqualTo(first);
    }

    @Test
    void theOrderIsThatOfTheInstantsAndLosesNothing() {
        LocalMoment kathmandu = LocalMoment.parse("2026-12-04T18:00[Asia/Kathmandu]");
        LocalMoment london = LocalMoment.parse("2026-12-04T12:15[Europe/London]");
        LocalMoment berlin = LocalMoment.parse("2026-12-04T13:00[Europe/Berlin]");

        assertThat(new TreeSet<>(List.of(london, kathmandu, berlin))).containsExactly(berlin, kathmandu, london);
    }

    private static Instant instant(LocalDateTime local, Changes.Change change) {
        return new LocalMoment(local, change.zone()).instant();
    }
}
