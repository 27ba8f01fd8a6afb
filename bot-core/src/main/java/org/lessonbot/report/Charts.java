package org.lessonbot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.BarChart.Bar;
import org.lessonbot.picture.BarChart.Mark;
import org.lessonbot.picture.Dumbbells;
import org.lessonbot.picture.HeatMap;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;

/** Statistics as pictures, with the words that belong to them. */
public record Charts(Words words) {

    /** How answers are spread: parts of all, each with its range. */
    public BarChart spread(Block.Bars answers, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        int total = answers.total();
        for (Block.Bar answer : answers.bars()) {
            double share = Share.of(answer.count(), total).orElse(0);
            String label = VisibleText.label(answer.label());
            String noted = answer.note().isEmpty() ? label : words.say("chart.noted", label, answer.note());
            Optional<WilsonInterval> range = WilsonInterval.of(answer.count(), total);
            Bar bar = Bar.of(label, words.say("chart.figure", answer.count(), Share.percent(share)), share);
            Bar marked = answer.note().isEmpty() ? bar : bar.noted(answer.note(), Mark.RIGHT);
            bars.add(range.map(likely -> marked.range(likely.low(), likely.high()))
                    .orElse(marked));
            parts.add(words.say("chart.part", noted, answer.count(), total));
            rows.add(List.of(
                    noted,
                    String.valueOf(answer.count()),
                    words.say("close.percent", Share.percent(share)),
                    range.map(this::range).orElse(VisibleText.NOTHING)));
        }
        Said said = said(
                answers.caption(),
                String.join("; ", parts),
                List.of(words.say("chart.answer"), words.say("chart.people"), words.say("chart.share"), likely()),
                rows);
        return new BarChart(said, bars, scale, words.say("chart.range"));
    }

    /** How likely each was to somebody who knew: counts in per cent, which nobody guesses from a few people. */
    public BarChart chances(Block.Bars percents) {
        List<Bar> bars = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Block.Bar one : percents.bars()) {
            String label = VisibleText.label(one.label());
            String noted = one.note().isEmpty() ? label : words.say("chart.noted", label, one.note());
            String figure = words.say("close.percent", one.count());
            Bar bar = Bar.of(label, figure, one.count() / 100.0);
            bars.add(one.note().isEmpty() ? bar : bar.noted(one.note(), Mark.RIGHT));
            parts.add(words.say("chart.chance-part", noted, figure));
            rows.add(List.of(noted, figure));
        }
        List<String> columns = List.of(words.say("chart.word"), words.say("chart.chance"));
        return new BarChart(said(percents.caption(), String.join("; ", parts), columns, rows), bars, Scale.parts(), "");
    }

    /** How often each won, as far from half as it came. */
    public BarChart wins(String title, List<Won> values) {
        List<Bar> bars = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Won value : values) {
            double share = value.rate().share().orElse(0.5);
            WilsonInterval range = value.rate().interval().orElse(new WilsonInterval(0, 1));
            String label = VisibleText.label(value.name());
            String figure = words.say("close.percent", Share.percent(share));
            bars.add(Bar.of(label, figure, share).range(range.low(), range.high()));
            parts.add(words.say("chart.won", label, figure, range(range)));
            rows.add(List.of(
                    label, figure, range(range), String.valueOf(value.rate().votes())));
        }
        Said said = said(
                title,
                String.join("; ", parts),
                List.of(words.say("close.value"), words.say("close.share"), likely(), words.say("close.votes")),
                rows);
        return new BarChart(said, bars, Scale.chances(words.say("chart.half")), words.say("chart.range"));
    }

    /** A value, and how it fared. */
    public record Won(String name, WinRate rate) {}

    /** What was taken for what. */
    public <L> HeatMap confusion(String title, ConfusionMatrix<L> matrix, Function<L, String> naming) {
        List<String> names = matrix.labels().stream()
                .map(label -> VisibleText.label(naming.apply(label)))
                .toList();
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (L truth : matrix.labels()) {
            long all = matrix.labels().stream()
                    .mapToLong(guess -> matrix.count(truth, guess))
                    .sum();
            List<HeatMap.Cell> row = matrix.labels().stream()
                    .map(guess -> cell(matrix.count(truth, guess), all))
                    .toList();
            cells.add(row);
            List<String> words =
                    new ArrayList<>(List.of(names.get(matrix.labels().indexOf(truth))));
            row.forEach(cell -> words.add(String.valueOf(cell.count())));
            rows.add(words);
            if (all > 0) {
                parts.add(taken(words.get(0), names, row));
            }
        }
        List<String> columns = new ArrayList<>(List.of(words.say("close.it-was")));
        columns.addAll(names);
        return new HeatMap(
                said(title, String.join("; ", parts), columns, rows),
                words.say("close.it-was"),
                words.say("chart.taken-for"),
                names,
                cells,
                words.say("chart.framed"));
    }

    private HeatMap.Cell cell(long count, long all) {
        return new HeatMap.Cell(count, all == 0 ? "" : words.say("close.percent", Share.percent((double) count / all)));
    }

    private String taken(String truth, List<String> names, List<HeatMap.Cell> row) {
        List<String> guesses = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            guesses.add(words.say("chart.taken", names.get(i), row.get(i).count()));
        }
        return words.say("chart.was", truth, String.join(", ", guesses));
    }

    /**
     * How a split changed. Before stand all who chose, and after it all who chose again: of these alone the first choices would tell
     * what the few others chose.
     *
     * @param before of one person at least
     * @param after of one person at least
     * @param answers in the order shown
     */
    public <A> Dumbbells moves(
            String title, Tally<A> before, Tally<A> after, List<A> answers, Function<A, String> naming) {
        List<Dumbbells.Move> moves = answers.stream()
                .map(answer -> {
                    double first =
                            Share.of(before.count(answer), before.total()).orElse(0);
                    double later = Share.of(after.count(answer), after.total()).orElse(0);
                    String figure = words.say("chart.moved", Share.percent(first), Share.percent(later));
                    return new Dumbbells.Move(VisibleText.label(naming.apply(answer)), figure, first, later);
                })
                .toList();
        String alt = moves.stream()
                .map(move -> words.say(
                        "chart.moved-part", move.label(), Share.percent(move.before()), Share.percent(move.after())))
                .collect(Collectors.joining("; "));
        List<List<String>> rows = moves.stream()
                .map(move -> List.of(
                        move.label(),
                        words.say("close.percent", Share.percent(move.before())),
                        words.say("close.percent", Share.percent(move.after()))))
                .toList();
        String first = words.say("chart.before", before.total());
        String later = words.say("chart.after", after.total());
        return new Dumbbells(
                said(title, alt, List.of(words.say("chart.answer"), first, later), rows), moves, first, later);
    }

    /** @param what all that is seen, in words */
    public Said said(String title, String what, List<String> columns, List<List<String>> rows) {
        return new Said(title, words.say("chart.alt", title, what), columns, rows);
    }

    private String likely() {
        return words.say("close.range");
    }

    private String range(WilsonInterval range) {
        return words.say("close.interval", Share.percent(range.low()), Share.percent(range.high()));
    }
}
