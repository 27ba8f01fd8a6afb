package org.lessonbot.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Words;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.DotPlot;
import org.lessonbot.picture.Dumbbells;
import org.lessonbot.picture.HeatMap;
import org.lessonbot.picture.Picture;

/**
 * Pictures as charts of Slack's own, as far as they fit its limits (docs.slack.dev, data visualization block). They show no ranges, and say
 * nothing to screen readers: the numbers in words stand beside them.
 */
final class NativeCharts implements Picture.Painter<Optional<JsonObject>> {
    /** Charts of one message. */
    static final int MOST = 2;

    private static final int TITLE = 50;
    private static final int LABEL = 20;
    private static final int CATEGORIES = 20;
    private static final int SERIES = 6;

    private final Words words;

    NativeCharts(Words words) {
        this.words = words;
    }

    /** The chart; nothing where the picture does not fit, or shows nothing yet. */
    Optional<LayoutBlock> of(Picture picture) {
        return picture.paint(this)
                .map(chart -> new ChartBlock(PlainText.fit(picture.said().title(), TITLE), chart));
    }

    @Override
    public Optional<JsonObject> bars(BarChart chart) {
        boolean parts = chart.scale().low() == 0 && chart.scale().high() == 1;
        List<String> labels = chart.bars().stream().map(BarChart.Bar::label).toList();
        List<Double> shares = chart.bars().stream().map(BarChart.Bar::value).toList();
        return parts
                ? chart(labels, List.of(new Series(words.say("slack.chart.share"), percent(shares))), "", "")
                : Optional.empty();
    }

    @Override
    public Optional<JsonObject> heatMap(HeatMap map) {
        List<Series> series = new ArrayList<>();
        for (int column = 0; column < map.labels().size(); column++) {
            int guessed = column;
            series.add(new Series(
                    map.labels().get(guessed),
                    map.cells().stream().map(row -> row.get(guessed).count()).toList()));
        }
        return chart(map.labels(), series, map.rowsAre(), map.columnsAre());
    }

    @Override
    public Optional<JsonObject> dumbbells(Dumbbells dumbbells) {
        List<Dumbbells.Move> moves = dumbbells.moves();
        List<Double> before = moves.stream().map(Dumbbells.Move::before).toList();
        List<Double> after = moves.stream().map(Dumbbells.Move::after).toList();
        return chart(
                moves.stream().map(Dumbbells.Move::label).toList(),
                List.of(
                        new Series(words.say("slack.chart.before"), percent(before)),
                        new Series(words.say("slack.chart.after"), percent(after))),
                "",
                words.say("slack.chart.share"));
    }

    @Override
    public Optional<JsonObject> dots(DotPlot plot) {
        List<DotPlot.Pair> pairs = plot.pairs();
        return chart(
                pairs.stream().map(DotPlot.Pair::label).toList(),
                List.of(
                        new Series(
                                plot.oneSays(),
                                percent(pairs.stream()
                                        .map(pair -> pair.one().value())
                                        .toList())),
                        new Series(
                                plot.otherSays(),
                                percent(pairs.stream()
                                        .map(pair -> pair.other().value())
                                        .toList()))),
                "",
                words.say("slack.chart.share"));
    }

    /** @param values one for each category, in their order */
    private record Series(String name, List<Long> values) {}

    private static List<Long> percent(List<Double> shares) {
        return shares.stream().map(share -> Math.round(share * 100)).toList();
    }

    private static Optional<JsonObject> chart(List<String> categories, List<Series> series, String x, String y) {
        boolean fits = categories.size() <= CATEGORIES
                && series.size() <= SERIES
                && areLabels(categories)
                && areLabels(series.stream().map(Series::name).toList());
        OptionalDouble most = series.stream()
                .flatMap(one -> one.values().stream())
                .mapToDouble(value -> value)
                .max();
        if (!fits || most.orElse(0) == 0) {
            return Optional.empty();
        }
        JsonObject chart = new JsonObject();
        chart.addProperty("type", "bar");
        JsonArray drawn = new JsonArray();
        series.forEach(one -> drawn.add(drawn(one, categories)));
        chart.add("series", drawn);
        JsonObject axes = new JsonObject();
        JsonArray names = new JsonArray();
        categories.forEach(names::add);
        axes.add("categories", names);
        named(axes, "x_label", x);
        named(axes, "y_label", y);
        chart.add("axis_config", axes);
        return Optional.of(chart);
    }

    private static JsonObject drawn(Series series, List<String> categories) {
        JsonArray data = new JsonArray();
        for (int i = 0; i < categories.size(); i++) {
            JsonObject point = new JsonObject();
            point.addProperty("label", categories.get(i));
            point.addProperty("value", series.values().get(i));
            data.add(point);
        }
        JsonObject drawn = new JsonObject();
        drawn.addProperty("name", series.name());
        drawn.add("data", data);
        return drawn;
    }

    private static void named(JsonObject axes, String axis, String name) {
        if (!name.isEmpty()) {
            axes.addProperty(axis, Limits.fit(name, TITLE));
        }
    }

    /** Labels are told apart by their words, so none is cut. */
    private static boolean areLabels(List<String> labels) {
        return labels.stream().allMatch(label -> !label.isBlank() && label.length() <= LABEL)
                && new HashSet<>(labels).size() == labels.size();
    }
}
