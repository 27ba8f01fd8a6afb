package org.lessonbot.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.picture.BarChart.Bar;
import org.lessonbot.picture.BarChart.Mark;

/** Pictures as lessons show them, and such as lessons seldom do. */
final class Sketches {
    private Sketches() {}

    static Map<String, Picture> all() {
        Map<String, Picture> all = new LinkedHashMap<>();
        all.put("guesses", guesses());
        all.put("values", values());
        all.put("tastes", tastes());
        all.put("best-of", bestOf());
        all.put("confusion", confusion(List.of("Base", "Instruction-tuned", "RLHF")));
        all.put("confusion-german", confusion(List.of("Basismodell", "Anweisungsoptimiert", "Verstärkungslernend")));
        all.put("moves", moves());
        all.put("halves", halves());
        all.put("many-values", manyValues());
        all.put("strange", strange());
        return all;
    }

    static Said said(String title) {
        return new Said(title, title + ", in words.", List.of("What", "How often"), List.of(List.of("A", "3")));
    }

    static BarChart guesses() {
        return new BarChart(
                said("What the class guessed"),
                List.of(
                        Bar.of("Base", "16 (59 %)", 16 / 27.0).range(0.41, 0.75).noted("it was this one", Mark.RIGHT),
                        Bar.of("Instruction-tuned", "7 (26 %)", 7 / 27.0).range(0.13, 0.45),
                        Bar.of("RLHF", "4 (15 %)", 4 / 27.0).range(0.06, 0.32)),
                Scale.parts(1 / 3.0, "Blind guessing gives one in three"),
                "The share of many classes like this one is probably within this line");
    }

    static BarChart values() {
        return new BarChart(
                said("Which values won"),
                List.of(
                        Bar.of("Warmth", "71 %", 0.71).range(0.58, 0.81),
                        Bar.of("Honesty", "54 %", 0.54).range(0.40, 0.67),
                        Bar.of("Brevity", "31 %", 0.31).range(0.2, 0.45)),
                Scale.chances("Half: neither won"),
                "Likely (95 %)");
    }

    private static BarChart tastes() {
        return new BarChart(
                said("What a model learned to like from your choices"),
                List.of(
                        Bar.of("asks back once more", "78 of 100", 0.78).range(0.66, 0.87),
                        Bar.of("says no or sends you to somebody else", "57 of 100", 0.57)
                                .range(0.35, 0.77)
                                .noted("", Mark.UNSURE)),
                Scale.chances("It makes no difference"),
                "Likely (95 %)",
                "Hollow: too early to say");
    }

    private static BarChart manyValues() {
        List<Bar> bars = Stream.of(
                        "Warm", "Brief", "Asking back", "Answering at once", "Honest", "Encouraging and kind")
                .map(value -> Bar.of(value, value.length() + " %", value.length() / 100.0)
                        .range(0.01, 0.3))
                .toList();
        return new BarChart(said("Which values won"), bars, Scale.chances("half"), "Likely (95 %)");
    }

    private static BarChart bestOf() {
        List<Bar> bars = IntStream.of(2, 4, 8, 16, 40)
                .mapToObj(of -> Bar.of("Best of " + of, "+" + of / 10.0, of / 10.0)
                        .noted("“Oh, what a wonderful question! Would you …”", Mark.NONE))
                .toList();
        return new BarChart(said("What it would choose"), bars, new Scale(-0.5, 4, 0, 0, "an average response"), "");
    }

    static HeatMap confusion(List<String> labels) {
        return new HeatMap(
                said("What you took for what"),
                "It was",
                "You guessed",
                labels,
                List.of(row(24, 2, 1), row(0, 12, 15), row(0, 0, 0)),
                "framed: right");
    }

    private static List<HeatMap.Cell> row(int... counts) {
        int total = IntStream.of(counts).sum();
        return IntStream.of(counts)
                .mapToObj(count -> new HeatMap.Cell(count, total == 0 ? "" : 100 * count / total + " %"))
                .toList();
    }

    static Dumbbells moves() {
        return new Dumbbells(
                said("Before and after talking"),
                List.of(
                        new Dumbbells.Move("A (Warmth)", "44 % → 63 %", 0.44, 0.63),
                        new Dumbbells.Move("B (Honesty)", "56 % → 37 %", 0.56, 0.37),
                        new Dumbbells.Move("Too close to call", "0 % → 0 %", 0, 0)),
                "before talking",
                "after talking");
    }

    private static DotPlot halves() {
        return new DotPlot(
                said("Where these two are farthest apart"),
                List.of(
                        new DotPlot.Pair(
                                "asks back once more",
                                "78 · 41 of 100",
                                "more than chance",
                                dot(0.78, 0.66, 0.87),
                                dot(0.41, 0.3, 0.53)),
                        new DotPlot.Pair(
                                "says no or sends you to somebody else",
                                "57 · 50 of 100",
                                "may be chance",
                                dot(0.57, 0, 1),
                                dot(0.5, 0.2, 0.8))),
                Scale.chances("Dashed: it makes no difference"),
                "Window side",
                "Door side",
                "Thin line: likely");
    }

    private static DotPlot.Dot dot(double value, double low, double high) {
        return new DotPlot.Dot(value, new Range(low, high));
    }

    private static BarChart strange() {
        List<Bar> bars = Stream.of(
                        "أيهما ألطف؟",
                        "\uD83D\uDC69\u200D\uD83D\uDC67 family & <friends> \"quoted\"",
                        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                        "")
                .map(label -> Bar.of(label, "0 (0 %)", 0).range(0, 1))
                .toList();
        return new BarChart(said("ok\u202E \u0000<b>"), bars, Scale.parts(), "Likely");
    }
}
