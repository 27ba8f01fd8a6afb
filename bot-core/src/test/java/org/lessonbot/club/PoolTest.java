package org.lessonbot.club;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.time.Window;

class PoolTest {
    private static final Instant DAY = Instant.parse("2026-10-20T12:00:00Z");

    @Test
    void nobodyIsPairedWhileThereIsNoChoice() {
        assertThat(Pool.groups(waiting("UTC", "UTC", "UTC"), (one, other) -> false, false, DAY))
                .isEmpty();
    }

    @Test
    void thoseAreTogetherWhoAreAwakeAtTheSameTime() {
        List<List<String>> groups = Pool.groups(
                waiting("Asia/Tokyo", "America/Lima", "Asia/Seoul", "America/Bogota"),
                (one, other) -> false,
                false,
                DAY);

        assertThat(groups).containsExactlyInAnyOrder(List.of("p0", "p2"), List.of("p1", "p3"));
    }

    @Test
    void whoeverHasWorkedTogetherDoesNotAgainWhileThatCanBeAvoided() {
        List<List<String>> groups = Pool.groups(
                waiting("Asia/Tokyo", "America/Lima", "Asia/Seoul", "America/Bogota"),
                (one, other) -> Set.of(one, other).equals(Set.of("p0", "p2")),
                false,
                DAY);

        assertThat(groups).doesNotContain(List.of("p0", "p2"), List.of("p2", "p0"));
        assertThat(groups).hasSize(2);
    }

    @Test
    void atHalfTimeEverybodyIsDealtRoundAndNobodyIsLeftOver() {
        for (int people = 2; people < 12; people++) {
            List<List<String>> groups = Pool.groups(
                    waiting(IntStream.range(0, people).mapToObj(n -> "UTC").toArray(String[]::new)),
                    (one, other) -> true,
                    true,
                    DAY);

            assertThat(groups.stream().flatMap(List::stream)).hasSize(people).doesNotHaveDuplicates();
            assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeBetween(2, 3));
        }
        assertThat(Pool.groups(waiting("UTC"), (one, other) -> false, true, DAY))
                .isEmpty();
    }

    private static List<Pool.Waiting> waiting(String... zones) {
        return IntStream.range(0, zones.length)
                .mapToObj(n -> new Pool.Waiting("p" + n, ZoneId.of(zones[n]), Window.WAKING))
                .toList();
    }
}
