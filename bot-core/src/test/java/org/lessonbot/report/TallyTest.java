package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void answersAreCountedInTheOrderInWhichTheyWereFirstGiven() {
        Tally<String> tally = Tally.of(List.of("B", "A", "B"));

        assertThat(tally.counts()).containsExactly(Map.entry("B", 2L), Map.entry("A", 1L));
        assertThat(tally.total()).isEqualTo(3);
        assertThat(tally.count("C")).isZero();
    }

    @Test
    void anAnswerNobodyGaveIsLeftOut() {
        assertThat(new Tally<>(Map.of("A", 0L))).isEqualTo(Tally.empty());
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally<>(Map.of("A", -1L)));
    }

    @Test
    void addingLeavesBothAsTheyWere() {
        Tally<String> some = Tally.of(List.of("A"));
        Tally<String> more = Tally.of(List.of("A", "B"));

        assertThat(some.plus(more)).isEqualTo(Tally.of(List.of("A", "A", "B")));
        assertThat(some).isEqualTo(Tally.of(List.of("A")));
        assertThat(more).isEqualTo(Tally.of(List.of("A", "B")));
    }

    @Test
    void laterChangesToTheMapDoNotReachIt() {
        Map<String, Long> counts = new HashMap<>(Map.of("A", 1L));
        Tally<String> tally = new Tally<>(counts);
        counts.put("A", 9L);

        assertThat(tally.count("A")).isEqualTo(1);
    }
}
