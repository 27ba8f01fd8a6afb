package org.lessonbot.picture;

import java.util.List;
import org.lessonbot.picture.BarChart.Bar;
import org.lessonbot.picture.BarChart.Mark;

/**
 * Bars below each other, each with its label above it and its numbers at the end of that line. Of many, a bar stands between its label and
 * its numbers, so that they take half the height.
 */
final class BarDrawing {
    private static final int FEW = 4;
    private static final Lettering NOTE = new Lettering(14, false);
    private static final double ROUND = 4;
    private static final double MOST_LABEL = 0.45;
    private static final double BETWEEN = 10;
    private static final double CAP = 6;

    private final BarChart chart;
    private final Pen pen;
    private final boolean few;
    private final Lettering label;
    private final Lettering strong;
    private final double thick;
    private final double left;
    private final double right;
    private double y;

    private BarDrawing(BarChart chart, Pen pen) {
        this.chart = chart;
        this.pen = pen;
        this.few = chart.bars().size() <= FEW;
        this.label = new Lettering(few ? 17 : 15.5, false);
        this.strong = new Lettering(label.size(), true);
        this.thick = few ? 18 : 16;
        double figures = chart.bars().stream()
                .mapToDouble(bar -> strong.width(bar.figure()))
                .max()
                .orElse(0);
        double labels = chart.bars().stream()
                .mapToDouble(bar -> strong.width(bar.label()))
                .max()
                .orElse(0);
        this.left = few ? 0 : Math.min(labels, MOST_LABEL * Drawing.WIDTH) + BETWEEN;
        this.right = few ? Drawing.WIDTH : Math.max(left + 80, Drawing.WIDTH - figures - BETWEEN);
    }

    /** @return how high it is */
    static double draw(BarChart chart, Pen pen) {
        return new BarDrawing(chart, pen).draw();
    }

    private double draw() {
        for (Bar bar : chart.bars()) {
            if (few) {
                above(bar);
            } else {
                beside(bar);
            }
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
        if (chart.bars().stream().anyMatch(bar -> bar.mark() == Mark.UNSURE)) {
            legend.line(
                    chart.unsureSays(), (to, width, middle) -> to.rect(Ink.UNSURE, 3, middle - 6, width - 4, 12, 3));
        }
        return legend.end();
    }

    private void above(Bar bar) {
        double top = y;
        figure(bar, y);
        labels(bar, lines(bar, Drawing.WIDTH - strong.width(bar.figure()) - BETWEEN, 3));
        y = Math.max(y, top + strong.leading());
        note(bar);
        y += 3;
        bar(bar, y);
        y += thick + BETWEEN;
    }

    private void beside(Bar bar) {
        List<String> lines = lines(bar, left - BETWEEN, 3);
        double height = Math.max(1, lines.size()) * label.leading();
        double middle = y + height / 2;
        figure(bar, middle - strong.leading() / 2);
        bar(bar, middle - thick / 2);
        labels(bar, lines);
        y = middle + height / 2;
        note(bar);
        y += BETWEEN;
    }

    private List<String> lines(Bar bar, double width, int most) {
        return lettering(bar).lines(bar.mark() == Mark.RIGHT ? "✓ " + bar.label() : bar.label(), width, most);
    }

    private Lettering lettering(Bar bar) {
        return bar.mark() == Mark.RIGHT ? strong : label;
    }

    private void figure(Bar bar, double top) {
        pen.text(Ink.TEXT, strong, Pen.Anchor.END, Drawing.WIDTH, top + strong.size(), bar.figure());
    }

    private void labels(Bar bar, List<String> lines) {
        for (String line : lines) {
            pen.text(Ink.TEXT, lettering(bar), Pen.Anchor.START, 0, y + label.size(), line);
            y += label.leading();
        }
    }

    private void note(Bar bar) {
        for (String line : NOTE.lines(bar.note(), Drawing.WIDTH, few ? 2 : 1)) {
            pen.text(bar.mark() == Mark.RIGHT ? Ink.RIGHT : Ink.SOFT, NOTE, Pen.Anchor.START, 0, y + NOTE.size(), line);
            y += NOTE.leading();
        }
    }

    private void bar(Bar bar, double top) {
        pen.rect(Ink.TRACK, left, top, right - left, thick, ROUND);
        double from = x(chart.scale().from());
        double end = x(bar.value());
        Ink ink = bar.mark() == Mark.RIGHT ? Ink.RIGHT : bar.mark() == Mark.UNSURE ? Ink.UNSURE : Ink.FILL;
        pen.rect(ink, Math.min(from, end), top, Math.abs(end - from), thick, ROUND);
        if (chart.scale().hasLine()) {
            double line = x(chart.scale().line());
            pen.line(Ink.MARK, line, top - 3, line, top + thick + 3);
        }
        bar.range().ifPresent(range -> range(pen, x(range.low()), x(range.high()), top + thick / 2));
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
        return left + (right - left) * chart.scale().at(number);
    }
}
