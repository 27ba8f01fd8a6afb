package org.lessonbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T22:59:59Z, 2026-12-04T23:00:00Z, Europe/Berlin, false",
        "2026-12-04T22:59:59Z, 2026-12-04T23:00:00Z, UTC, true",
        "2026-12-04T18:14:59Z, 2026-12-04T18:15:00Z, Asia/Kathmandu, false",
        "2026-12-04T18:29:59Z, 2026-12-04T18:30:00Z, Asia/Kolkata, false",
        // The longest and the shortest day of the year.
        "2026-10-24T22:00:00Z, 2026-10-25T22:59:59Z, Europe/Berlin, true",
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, Europe/Berlin, false",
        "2028-02-29T00:00:00Z, 2028-02-28T23:59:59Z, UTC, false",
        // Samoa went from 29 to 31 December 2011.
        "2011-12-30T09:59:59Z, 2011-12-30T10:00:00Z, Pacific/Apia, false",
    })
    void theSameDayIsThatOfTheZone(Instant one, Instant other, ZoneId zone, boolean same) {
        assertThat(CalendarDays.sameDay(one, other, zone)).isEqualTo(same);
        assertThat(CalendarDays.sameDay(other, one, zone)).isEqualTo(same);
    }
}
