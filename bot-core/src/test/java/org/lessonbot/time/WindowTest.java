package org.lessonbot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theNextOpeningIsTheFirstMinuteThatIsInside() {
        assertThat(Changes.ofDifferentRules()).hasSizeGreaterThan(50).allSatisfy(WindowTest::opensAtTheFirstMinute);
    }

    /** Windows that the clocks may leap into, out of, or over. */
    private static void opensAtTheFirstMinute(Changes.Change change) {
        LocalTime before = change.leap().getDateTimeBefore().toLocalTime();
        LocalTime after = change.leap().getDateTimeAfter().toLocalTime();
        Instant leap = change.leap().getInstant();
        List<Window> windows = List.of(
                Window.WAKING,
                Window.WAKING.complement(),
                new Window(LocalTime.of(22, 0), LocalTime.MIDNIGHT),
                new Window(before.plusMinutes(10), before.plusMinutes(20)),
                new Window(after.plusMinutes(10), after.plusMinutes(20)),
                new Window(after.minusMinutes(20), after.plusMinutes(5)),
                new Window(before.minusMinutes(20), before.plusMinutes(45)));
        for (Window window : windows) {
            for (Duration earlier : List.of(Duration.ofHours(25), Duration.ofMinutes(95), MINUTE, Duration.ZERO)) {
                Instant from = leap.minus(earlier);
                Instant expected = from;
                while (!window.contains(expected, change.zone())) {
                    expected = expected.plus(MINUTE);
                }
                assertThat(window.next(from, change.zone()))
                        .as("%s from %s", window, from)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "08:00-21:00, 2026-12-04T07:00:00Z, true",
        "08:00-21:00, 2026-12-04T06:59:59Z, false",
        "08:00-21:00, 2026-12-04T20:00:00Z, false",
        "08:00-21:00, 2026-12-04T19:59:59Z, true",
        "22:00-07:00, 2026-12-04T21:00:00Z, true",
        "22:00-07:00, 2026-12-04T23:30:00Z, true",
        "22:00-07:00, 2026-12-04T06:00:00Z, false",
        "22:00-00:00, 2026-12-04T22:59:59Z, true",
        "22:00-00:00, 2026-12-04T23:00:00Z, false",
        "00:00-00:00, 2026-12-04T23:00:00Z, true",
        "09:00-09:00, 2026-12-04T08:00:00Z, true",
        // Both passes of the repeated hour are inside, and no minute of the skipped one.
        "02:15-02:45, 2026-10-25T00:30:00Z, true",
        "02:15-02:45, 2026-10-25T00:50:00Z, false",
        "02:15-02:45, 2026-10-25T01:30:00Z, true",
        "02:15-02:45, 2026-03-29T01:30:00Z, false",
    })
    void theClockOnTheWallDecides(String window, Instant instant, boolean inside) {
        assertThat(Window.parse(window).contains(instant, BERLIN)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "08:00-21:00, Asia/Kolkata,        2026-12-04T20:00:00Z, 2026-12-05T02:30:00Z",
        "08:00-21:00, Asia/Kathmandu,      2026-12-04T20:00:00Z, 2026-12-05T02:15:00Z",
        "08:00-21:00, Australia/Lord_Howe, 2026-04-04T14:00:00Z, 2026-04-04T21:30:00Z",
        "08:00-21:00, Europe/Berlin,       2026-03-28T23:00:00Z, 2026-03-29T06:00:00Z",
        "08:00-21:00, Europe/Berlin,       2026-10-24T23:00:00Z, 2026-10-25T07:00:00Z",
        "02:30-06:00, Europe/Berlin,       2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
        "02:15-02:45, Europe/Berlin,       2026-03-28T12:00:00Z, 2026-03-30T00:15:00Z",
        "02:15-02:45, Europe/Berlin,       2026-10-25T00:50:00Z, 2026-10-25T01:15:00Z",
        // Samoa had no 30 December 2011.
        "08:00-21:00, Pacific/Apia,        2011-12-30T08:00:00Z, 2011-12-30T18:00:00Z",
        "22:00-07:00, Europe/Berlin,       2026-12-04T23:30:20Z, 2026-12-04T23:30:20Z",
    })
    void whenItOpensNext(String window, ZoneId zone, Instant from, Instant opening) {
        assertThat(Window.parse(window).next(from, zone)).isEqualTo(opening);
    }

    @Test
    void everyMinuteIsEitherAwakeOrQuiet() {
        Instant start = Instant.parse("2026-10-24T12:00:00Z");
        for (Window window : List.of(Window.WAKING, Window.parse("22:00-07:00"), Window.parse("00:00-06:30"))) {
            assertThat(window.complement().complement()).isEqualTo(window);
            for (int minute = 0; minute < 2 * 1440; minute++) {
                Instant at = start.plus(MINUTE.multipliedBy(minute));
                assertThat(window.contains(at, BERLIN))
                        .isNotEqualTo(window.complement().contains(at, BERLIN));
            }
        }
        Window wholeDay = Window.parse("00:00-00:00");
        assertThat(wholeDay.isWholeDay()).isTrue();
        assertThatThrownBy(wholeDay::complement).isInstanceOf(IllegalStateException.class);
    }

    /** A day on which no clocks change in these zones. */
    @Test
    void sharedMinutesAreThoseOfBothWindows() {
        Instant on = Instant.parse("2025-12-10T09:17:00Z");
        List<ZoneId> zones = Stream.of(
                        "Europe/Berlin",
                        "Asia/Kolkata",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "America/Los_Angeles",
                        "Pacific/Kiritimati",
                        "Pacific/Pago_Pago")
                .map(ZoneId::of)
                .toList();
        List<Window> windows = Stream.of("08:00-21:00", "22:00-07:00", "00:00-00:00", "12:00-12:30", "18:00-00:00")
                .map(Window::parse)
                .toList();
        for (ZoneId zone : zones) {
            for (ZoneId other : zones) {
                for (Window window : windows) {
                    for (Window theirs : windows) {
                        long shared = IntStream.range(0, 1440)
                                .mapToObj(minute -> on.plus(MINUTE.multipliedBy(minute)))
                                .filter(at -> window.contains(at, zone) && theirs.contains(at, other))
                                .count();
                        assertThat(window.sharedMinutes(zone, theirs, other, on))
                                .as("%s in %s and %s in %s", window, zone, theirs, other)
                                .isEqualTo((int) shared)
                                .isEqualTo(theirs.sharedMinutes(other, window, zone, on));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8-21", "08:00", "08:00-", "08:00-25:00", "08:00 - 21:00", "08:00-21:00-22:00"})
    void whatIsStoredOtherwiseIsRefused(String written) {
        assertThatThrownBy(() -> Window.parse(written)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22:00-7:00                  | 22:00-07:00",
                "10 pm - 7 am                | 22:00-07:00",
                "10pm-7am                    | 22:00-07:00",
                "10 p.m. \u2013 7 a.m.       | 22:00-07:00",
                "22-7                        | 22:00-07:00",
                "23.30-6.30                  | 23:30-06:30",
                "from 10 pm to 7 am          | 22:00-07:00",
                "between 22:00 and 7:00      | 22:00-07:00",
                "9 at night to 7 in the morning | 21:00-07:00",
                "noon - midnight             | 12:00-00:00",
                "12 am - 6 am                | 00:00-06:00",
                "08:00-10:00                 | 08:00-10:00",
                "10-7                        | NO_HALF_OF_DAY [10:00-07:00, 10:00-19:00, 22:00-07:00]",
                "10-7 am                     | NO_HALF_OF_DAY [10:00-07:00, 22:00-07:00]",
                "10:00-7:00                  | NO_HALF_OF_DAY [10:00-07:00, 10:00-19:00, 22:00-07:00]",
                "0-24                        | WHOLE_DAY [21:00-08:00, 22:00-07:00]",
                "22:00-22:00                 | WHOLE_DAY [21:00-08:00, 22:00-07:00]",
                "22:00                       | NO_END [21:00-08:00, 22:00-07:00]",
                "22:00-                      | NO_END [21:00-08:00, 22:00-07:00]",
                "22:00-7:00-9:00             | TOO_MUCH [21:00-08:00, 22:00-07:00]",
                "25:00-7:00                  | NO_SUCH_TIME [21:00-08:00, 22:00-07:00]",
                "evening - 7:00              | NO_HOUR [21:00-08:00, 22:00-07:00]",
                "Friday - 7:00               | UNKNOWN_WORDS [21:00-08:00, 22:00-07:00]",
                "''                          | NOTHING [21:00-08:00, 22:00-07:00]",
            })
    void whatPeopleType(String typed, String read) {
        assertThat(read(typed, Locale.ENGLISH)).isEqualTo(read);
    }

    @Test
    void whereHoursCountTo24NobodyIsAsked() {
        assertThat(read("10:00-7:00", Locale.GERMAN)).isEqualTo("10:00-07:00");
        assertThat(read("10-7", Locale.GERMAN)).startsWith("NO_HALF_OF_DAY");
    }

    private static String read(String typed, Locale locale) {
        return Window.read(typed, locale, Window::toString, unclear -> {
            assertThat(unclear.examples())
                    .hasSizeBetween(1, 3)
                    .allSatisfy(example -> assertThat(
                                    Window.read(example, locale, Window::toString, again -> "not understood"))
                            .isEqualTo(example));
            return unclear.why() + " " + unclear.examples();
        });
    }
}
