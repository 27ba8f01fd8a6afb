package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayPassTest {
    private static final Instant MONDAY = Instant.parse("2025-03-03T09:00:00Z");
    private final Seal seal = new Seal(new byte[Seal.SECRET]);

    @ParameterizedTest
    @CsvSource({
        "results, 7, PT0S, true",
        "results, 7, PT23H59M59S, true",
        "results, 7, PT24H, false",
        "results, 8, PT1H, false",
        "board, 7, PT1H, false"
    })
    void itIsGoodForOneThingForADay(String purpose, String thing, Duration later, boolean good) {
        String[] pass = new DayPass(seal, "results", at(MONDAY)).to("7").split("/");
        assertThat(new DayPass(seal, purpose, at(MONDAY.plus(later))).admits(thing, pass[1], pass[2]))
                .isEqualTo(good);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
