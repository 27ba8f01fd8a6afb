package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    @Test
    void theModeIsTheMostFrequentAnswer() {
        Consensus<String> consensus = new Consensus<>(votes(3, 1));

        assertThat(consensus.mode()).hasValue("A");
        assertThat(consensus.modalShare()).hasValue(0.75);
    }

    @Test
    void anEvenSplitHasAModalShareButNoMode() {
        Consensus<String> consensus = new Consensus<>(votes(2, 2));

        assertThat(consensus.mode()).isEmpty();
        assertThat(consensus.modalShare()).hasValue(0.5);
    }

    @Test
    void withoutAnswersThereIsNeither() {
        Consensus<String> consensus = new Consensus<>(Tally.empty());

        assertThat(consensus.mode()).isEmpty();
        assertThat(consensus.modalShare()).isEmpty();
        assertThat(consensus.retires()).isFalse();
    }

    @Test
    void theMostDividingItemComesFirst() {
        Map<String, Tally<String>> items = new LinkedHashMap<>();
        items.put("clear", votes(9, 1));
        items.put("nobody answered", Tally.empty());
        items.put("split, few", votes(2, 2));
        items.put("leaning", votes(3, 2));
        items.put("split, many", votes(5, 5));
        items.put("split, few again", votes(2, 2));

        assertThat(Consensus.mostSplitFirst(items))
                .containsExactly("split, many", "split, few", "split, few again", "leaning", "clear");
    }

    @Test
    void anItemRetiresWhenMoreThan85PercentOfClassesVoteTheSameWay() {
        assertThat(classes(17, 3).retires()).isFalse();
        assertThat(classes(18, 3).retires()).isTrue();
        assertThat(classes(6, 1).retires()).isTrue();
    }

    @Test
    void sixClassesAreTooFewToRetireAnItem() {
        assertThat(classes(6, 0).retires()).isFalse();
        assertThat(classes(7, 0).retires()).isTrue();
    }

    @Test
    void aBigClassCountsNoMoreThanASmallOneAndATornOneNotAtAll() {
        Consensus<String> consensus =
                Consensus.ofClasses(List.of(votes(300, 0), votes(1, 2), votes(0, 5), votes(4, 4)));

        assertThat(consensus.mode()).hasValue("B");
        assertThat(consensus.answers().total()).isEqualTo(3);
    }

    private static Consensus<String> classes(int forA, int forB) {
        List<Tally<String>> classes = new ArrayList<>(Collections.nCopies(forA, votes(14, 13)));
        classes.addAll(Collections.nCopies(forB, votes(13, 14)));
        return Consensus.ofClasses(classes);
    }

    private static Tally<String> votes(long a, long b) {
        return new Tally<>(Map.of("A", a, "B", b));
    }
}
