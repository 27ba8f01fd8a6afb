package org.lessonbot.engine.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.engine.PlatformException;

class BackOffTest {
    private static Exception failure(String name) {
        return switch (name) {
            case "away" -> new PlatformException.Transient("away");
            case "rejected" -> new PlatformException.Rejected("rejected");
            case "gone" -> new PlatformException.Gone("gone");
            default -> new IllegalStateException("the database is away");
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "away     | 1 | 1",
                "away     | 2 | 2",
                "away     | 7 | 64",
                "away     | 8 | 120",
                "away     | 1000000 | 120",
                "rejected | 1 | 1",
                "rejected | 5 | 16",
                "rejected | 6 | 30",
                "rejected | 20 | 30",
                "rejected | 21 | 600",
                "gone     | 1 | 1",
                "gone     | 20 | 30",
                "gone     | 21 | 600",
                "gone     | 1000000 | 600",
                "database | 1 | 1",
                "database | 2 | 2",
                "database | 1000000 | 2"
            })
    void eachFailureHasItsWaitInSeconds(String failure, int failures, long seconds) {
        assertThat(BackOff.after(failure(failure), failures)).hasSeconds(seconds);
    }

    @Test
    void nothingWaitsLessTheMoreItFails() {
        for (String name : new String[] {"away", "rejected", "gone", "database"}) {
            assertThat(IntStream.rangeClosed(1, 100).mapToObj(n -> BackOff.after(failure(name), n)))
                    .as(name)
                    .isSorted();
        }
    }
}
