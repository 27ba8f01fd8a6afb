package org.lessonbot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Moved;

class TimingsTest {
    private static final Instant NINE = Instant.parse("2025-03-03T09:00:00Z");

    @Test
    void timeIsThatOfTheStepWhereALessonWasUntilItWasMoved() {
        Timings timings = timings(
                Lesson.Pace.LIVE,
                "prefer",
                40,
                moved("Next", "welcome", 3),
                moved("Reveal", "match", 10),
                moved("Next", "match", 17));

        assertThat(timings.taken())
                .isEqualTo(Map.of("welcome", minutes(3), "match", minutes(14), "prefer", minutes(23)));
    }

    @Test
    void pausesDoNotCountAndComingBackAddsUp() {
        Timings timings = timings(
                Lesson.Pace.LIVE,
                "match",
                30,
                moved("Next", "welcome", 2),
                moved("Pause", "match", 5),
                moved("Resume", "match", 15),
                moved("Next", "match", 18),
                moved("Back", "prefer", 20));

        assertThat(timings.taken())
                .isEqualTo(Map.of("welcome", minutes(2), "match", minutes(3 + 3 + 10), "prefer", minutes(2)));
    }

    @Test
    void ofAClubOnlyWhatItWasLedThroughBefore() {
        assertThat(timings(Lesson.Pace.SELF, "match", 9_000, moved("Until", "match", 60))
                        .taken())
                .isEmpty();
        assertThat(timings(
                                Lesson.Pace.SELF,
                                "prefer",
                                9_000,
                                moved("Next", "welcome", 2),
                                moved("FinishLater", "match", 12),
                                moved("Until", "prefer", 500))
                        .taken())
                .isEqualTo(Map.of("welcome", minutes(2), "match", minutes(10)));
    }

    private static Timings timings(Lesson.Pace pace, String at, int until, Moved... moves) {
        Lesson lesson = new Lesson(
                1,
                new Room("paper", "room"),
                pace,
                Lesson.Status.RUNNING,
                "",
                1,
                at,
                1,
                NINE,
                NINE,
                Duration.ZERO,
                Optional.empty(),
                1);
        return Timings.of(lesson, List.of(moves), NINE.plus(minutes(until)));
    }

    private static Moved moved(String kind, String step, int minute) {
        return new Moved(kind, step, NINE.plus(minutes(minute)));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
