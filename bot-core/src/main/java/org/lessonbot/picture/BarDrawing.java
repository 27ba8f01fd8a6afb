package org.lessonbot.picture;

import org.lessonbot.picture.BarChart.Bar;
import org.lessonbot.picture.BarChart.Mark;

/** Bars below each other, each with its label above it and its numbers at the end of that line. */
final class BarDrawing {
    static final double THICK = 20;

    private static final Lettering LABEL = new Lettering(17, false);
    private static final Lettering STRONG = new Lettering(17, true);
    private static final Lettering NOTE = new Lettering(14, false);
    private static final double ROUND = 4;
    private static final double GAP = 14;
    private static final double CAP = 6;

    private final BarChart chart;
    private final Pen pen;
    private double y;

    private BarDrawing(BarChart chart, Pen pen) {
        this.chart = chart;
        this.pen = pen;
    }

    /** @return how high it is */
    static double draw(BarChart chart, Pen pen) {
        return new BarDrawing(chart, pen).draw();
    }

    private double draw() {
        for (Bar bar : chart.bars()) {
            words(bar);
            bar(bar);
            y += THICK + GAP;
        }
        Legend legend = new Legend(pen, y);
        if (chart.scale().hasLine()) {
            legend.line(
                    chart.scale().lineSays(),
                    (to, width, middle) -> to.line(Ink.MARK, width / 2, middle - 8, width / 2, middle + 8));
        }
        if (chart.bars().stream().anyMatch(bar -> bar.range().isPresent())) {
            legend.line(chart.rangeSays(), (to, width, middle) -> range(to, 2, width, middle));
        }
        return legend.end();
    }

    private void words(Bar bar) {
        Lettering lettering = bar.mark() == Mark.RIGHT ? STRONG : LABEL;
        double figure = STRONG.width(bar.figure());
        double top = y;
        pen.text(Ink.TEXT, STRONG, Pen.Anchor.END, Drawing.WIDTH, y + STRONG.size(), bar.figure());
        String label = bar.mark() == Mark.RIGHT ? "✓ " + bar.label() : bar.label();
        for (String line : lettering.lines(label, Drawing.WIDTH - figure - 12, 2)) {
            pen.text(Ink.TEXT, lettering, Pen.Anchor.START, 0, y + lettering.size(), line);
            y += lettering.leading();
        }
        y = Math.max(y, top + STRONG.leading());
        for (String line : NOTE.lines(bar.note(), Drawing.WIDTH, 2)) {
            pen.text(bar.mark() == Mark.RIGHT ? Ink.RIGHT : Ink.SOFT, NOTE, Pen.Anchor.START, 0, y + NOTE.size(), line);
            y += NOTE.leading();
        }
        y += 4;
    }

    private void bar(Bar bar) {
        pen.rect(Ink.TRACK, 0, y, Drawing.WIDTH, THICK, ROUND);
        double from = x(chart.scale().from());
        double end = x(bar.value());
        Ink ink = bar.mark() == Mark.RIGHT ? Ink.RIGHT : bar.mark() == Mark.UNSURE ? Ink.UNSURE : Ink.FILL;
        pen.rect(ink, Math.min(from, end), y, Math.abs(end - from), THICK, ROUND);
        if (chart.scale().hasLine()) {
            double line = x(chart.scale().line());
            pen.line(Ink.MARK, line, y - 4, line, y + THICK + 4);
        }
        bar.range().ifPresent(range -> range(pen, x(range.low()), x(range.high()), y + THICK / 2));
    }

    private static void range(Pen pen, double low, double high, double middle) {
        pen.line(Ink.HALO, low, middle, high, middle);
        pen.line(Ink.RANGE, low, middle, high, middle);
        for (double end : new double[] {low, high}) {
            double within = Math.min(Math.max(end, 1), Drawing.WIDTH - 1);
            pen.line(Ink.RANGE, within, middle - CAP, within, middle + CAP);
        }
    }

    private double x(double number) {
        return Drawing.WIDTH * chart.scale().at(number);
    }
}
