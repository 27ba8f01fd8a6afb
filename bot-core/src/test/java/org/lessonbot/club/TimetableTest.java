package org.lessonbot.club;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Stretch;
import org.lessonbot.time.LocalMoment;

class TimetableTest {
    private static final LessonPlan PLAN = new LessonPlan(
            "p",
            "P",
            "",
            "en",
            10,
            List.of(),
            List.of(new Stretch("a", "a", 50), new Stretch("b", "b", 30), new Stretch("c", "c", 20)));

    @Test
    void theTimeIsDividedByTheSharesAndTheLastEndIsAsItWasSaid() {
        LocalMoment until = new LocalMoment(LocalDateTime.parse("2026-11-01T10:00"), ZoneId.of("Europe/Berlin"));

        List<Deadline> ends = Timetable.divide(PLAN, 0, Instant.parse("2026-10-22T09:00:30Z"), until);

        assertThat(ends)
                .extracting(Deadline::stretch, end -> end.at().toString())
                .containsExactly(
                        tuple(0, "2026-10-27T10:00[Europe/Berlin]"),
                        tuple(1, "2026-10-30T10:00[Europe/Berlin]"),
                        tuple(2, "2026-11-01T10:00[Europe/Berlin]"));
    }

    @Test
    void whereThereAreDaysEnoughAllPartsEndAtTheTimeOfDayOfTheLastOne() {
        LocalMoment until = new LocalMoment(LocalDateTime.parse("2026-10-27T18:00"), ZoneId.of("Europe/Berlin"));

        List<Deadline> ends = Timetable.divide(PLAN, 0, Instant.parse("2026-10-22T07:12:00Z"), until);

        assertThat(ends)
                .extracting(end -> end.at().toString())
                .containsExactly(
                        "2026-10-24T18:00[Europe/Berlin]",
                        "2026-10-26T18:00[Europe/Berlin]",
                        "2026-10-27T18:00[Europe/Berlin]");
    }

    @Test
    void whereThereAreNotDaysEnoughEachPartHasItsShare() {
        LocalMoment until = new LocalMoment(LocalDateTime.parse("2026-10-24T18:00"), ZoneId.of("Europe/Berlin"));

        List<Deadline> ends = Timetable.divide(PLAN, 0, Instant.parse("2026-10-22T16:00:00Z"), until);

        assertThat(ends)
                .extracting(end -> end.at().toString())
                .containsExactly(
                        "2026-10-23T18:00[Europe/Berlin]",
                        "2026-10-24T08:00[Europe/Berlin]",
                        "2026-10-24T18:00[Europe/Berlin]");
    }

    @Test
    void whatIsLeftOfAPlanGetsAllTheTimeThatIsLeft() {
        LocalMoment until = new LocalMoment(LocalDateTime.parse("2026-10-27T12:00"), ZoneId.of("UTC"));

        List<Deadline> ends = Timetable.divide(PLAN, 1, Instant.parse("2026-10-22T12:00:00Z"), until);

        assertThat(ends)
                .extracting(end -> end.at().toString())
                .containsExactly("2026-10-25T12:00[UTC]", "2026-10-27T12:00[UTC]");
    }

    @Test
    void endsAreOnFullHoursOfTheClockThatWasNamedUnlessTheWholeIsShort() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        LocalMoment inDays = new LocalMoment(LocalDateTime.parse("2026-10-25T09:00"), kathmandu);
        LocalMoment tomorrow = new LocalMoment(LocalDateTime.parse("2026-10-23T20:00"), kathmandu);
        LocalMoment today = new LocalMoment(LocalDateTime.parse("2026-10-22T20:07"), kathmandu);

        Instant now = Instant.parse("2026-10-22T12:34:56Z");

        assertThat(Timetable.divide(PLAN, 0, now, inDays).get(0).at().local().getMinute())
                .isZero();
        assertThat(Timetable.divide(PLAN, 0, now, tomorrow))
                .extracting(end -> end.at().local().toString())
                .containsExactly("2026-10-23T07:00", "2026-10-23T14:00", "2026-10-23T20:00");
        assertThat(Timetable.divide(PLAN, 0, now, today).get(0).at().toString())
                .isEqualTo("2026-10-22T19:13[Asia/Kathmandu]");
    }
}
