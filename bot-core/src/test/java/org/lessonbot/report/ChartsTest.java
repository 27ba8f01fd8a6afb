package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.BarChart.Mark;
import org.lessonbot.picture.Dumbbells;
import org.lessonbot.picture.HeatMap;
import org.lessonbot.picture.Scale;
import org.lessonbot.plan.Phrasebook;

/** What pictures show, against figures worked out by hand. */
class ChartsTest {
    private static final Charts CHARTS = new Charts(Phrasebook.of("en"));

    @Test
    void barsAreSharesOfAllWithWilsonsRanges() {
        BarChart chart = CHARTS.spread(bars(2, 2), Scale.parts());

        assertThat(chart.bars().get(0).value()).isEqualTo(0.5);
        assertThat(chart.bars().get(0).range()).hasValueSatisfying(range -> {
            assertThat(range.low()).isCloseTo(0.150, within(0.001));
            assertThat(range.high()).isCloseTo(0.850, within(0.001));
        });
        assertThat(chart.bars()).extracting(BarChart.Bar::mark).containsExactly(Mark.RIGHT, Mark.NONE);
        assertThat(chart.said().alt()).isEqualTo("Guesses. One (it was this one): 2 of 4; Two: 2 of 4.");
        assertThat(chart.said().rows())
                .containsExactly(
                        List.of("One (it was this one)", "2", "50 %", "15 to 85 %"),
                        List.of("Two", "2", "50 %", "15 to 85 %"));
    }

    @Test
    void nobodyHasNoShareAndNoRange() {
        BarChart chart = CHARTS.spread(bars(0, 0), Scale.parts());

        assertThat(chart.bars()).allMatch(bar -> bar.value() == 0 && bar.range().isEmpty());
        assertThat(chart.said().rows().get(0)).endsWith("–");
    }

    @Test
    void everybodyIsAWhole() {
        BarChart chart = CHARTS.spread(bars(300, 0), Scale.parts());

        assertThat(chart.bars().get(0).value()).isEqualTo(1);
        assertThat(chart.bars().get(0).figure()).isEqualTo("300 (100 %)");
    }

    @Test
    void aTieIsHalfAWin() {
        BarChart chart = CHARTS.wins("Won", List.of(new Charts.Won("Warm", new WinRate(2, 1, 1))));

        assertThat(chart.bars().get(0).value()).isEqualTo(0.625);
        assertThat(chart.scale().from()).isEqualTo(0.5);
    }

    @Test
    void aStageThatWasNeverShownHasNoShares() {
        ConfusionMatrix<String> matrix =
                ConfusionMatrix.<String>empty(List.of("x", "y")).plus("x", new Tally<>(Map.of("x", 3L, "y", 1L)));
        HeatMap map = CHARTS.confusion("Taken", matrix, name -> name + "!");

        assertThat(map.cells().get(0)).extracting(HeatMap.Cell::figure).containsExactly("75 %", "25 %");
        assertThat(map.cells().get(1)).allMatch(cell -> cell.figure().isEmpty());
        assertThat(map.said().alt()).isEqualTo("Taken. It was x!: x! 3 times, y! once.");
    }

    /** Who chose once only is in the first split alone, and cannot be told from the picture. */
    @Test
    void aMoveGoesFromAllFirstChoicesToAllSecondOnes() {
        Dumbbells moves = CHARTS.moves(
                "After talking",
                new Tally<>(Map.of("a", 3L, "b", 1L)),
                new Tally<>(Map.of("b", 2L)),
                List.of("a", "b"),
                name -> name);

        assertThat(moves.moves())
                .containsExactly(
                        new Dumbbells.Move("a", "75 % → 0 %", 0.75, 0),
                        new Dumbbells.Move("b", "25 % → 100 %", 0.25, 1));
        assertThat(moves.beforeSays()).isEqualTo("First choice (4 votes)");
        assertThat(moves.afterSays()).isEqualTo("Second choice (2 votes)");
    }

    private static Block.Bars bars(int one, int two) {
        return new Block.Bars(
                "Guesses", List.of(new Block.Bar("One", one, "it was this one"), new Block.Bar("Two", two, "")));
    }
}
