package org.lessonbot.editorial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

class LengthGuesserTest {
    @Test
    void whereLengthTellsTheStageTheGuesserIsAlwaysRight() {
        LengthGuesser guesser = LengthGuesser.over(items(30, 100, 200, 300, 0));
        assertThat(guesser.accuracy()).isEqualTo(1);
        assertThat(guesser.givesAway()).isTrue();
    }

    @Test
    void whereLengthTellsNothingTheGuesserIsAboutAsGoodAsChance() {
        LengthGuesser guesser = LengthGuesser.over(items(30, 100, 100, 100, 0));
        assertThat(guesser.accuracy()).isCloseTo(guesser.chance(), within(1e-9));
        assertThat(guesser.givesAway()).isFalse();
    }

    @Test
    void theSameBankAlwaysGivesTheSameFigure() {
        List<Item> items = items(30, 100, 140, 180, 50);
        assertThat(LengthGuesser.over(items)).isEqualTo(LengthGuesser.over(items));
    }

    @Test
    void theLongestAndShortestAreCountedOnceAnItem() {
        List<Item> items = items(10, 100, 200, 300, 0);
        assertThat(LengthGuesser.longest(items)).isEqualTo(Map.of("base", 0L, "tuned", 0L, "rlhf", 10L));
        assertThat(LengthGuesser.shortest(items)).isEqualTo(Map.of("base", 10L, "tuned", 0L, "rlhf", 0L));
    }

    private static List<Item> items(int count, int base, int tuned, int rlhf, int spread) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int more = spread == 0 ? 0 : (i * 37) % spread;
                    return new Item(
                            "item-" + i,
                            "stages",
                            "factual",
                            "easy",
                            "?",
                            Map.of("base", text(base + more), "tuned", text(tuned + more), "rlhf", text(rlhf + more)),
                            Map.of(),
                            "");
                })
                .toList();
    }

    private static Response text(int length) {
        return new Response("x".repeat(length), Provenance.of(Provenance.Origin.WRITTEN));
    }
}
