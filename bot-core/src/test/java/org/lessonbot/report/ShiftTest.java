package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiftTest {

    @Test
    void whoStayedAndWhoMovedIsCountedByDirection() {
        Shift<String> shift = Shift.between(
                Map.of("Ada", "A", "Ben", "A", "Cem", "B", "Dora", "tie"),
                Map.of("Ada", "A", "Ben", "B", "Cem", "B", "Dora", "B"));

        assertThat(shift.stayed()).isEqualTo(2);
        assertThat(shift.moved()).isEqualTo(2);
        assertThat(shift.count("A", "B")).isEqualTo(1);
        assertThat(shift.count("B", "A")).isZero();
    }

    @Test
    void whoVotedOnlyOnceIsNotCounted() {
        Shift<String> shift = Shift.between(Map.of("Ada", "A", "Ben", "B"), Map.of("Ben", "B", "Cem", "A"));

        assertThat(shift.total()).isEqualTo(1);
        assertThat(shift.stayed()).isEqualTo(1);
    }

    @Test
    void whoeverVotedTwiceStayedOrMoved() {
        Random random = new Random(4);
        List<String> answers = List.of("A", "B", "tie");
        for (int trial = 0; trial < 200; trial++) {
            Shift<String> shift = Shift.between(randomVotes(answers, random), randomVotes(answers, random));

            assertThat(shift.stayed() + shift.moved()).isEqualTo(shift.total());
        }
    }

    private static Map<Integer, String> randomVotes(List<String> answers, Random random) {
        Map<Integer, String> votes = new HashMap<>();
        for (int vote = 0; vote < 40; vote++) {
            votes.put(random.nextInt(60), answers.get(random.nextInt(3)));
        }
        return votes;
    }
}
