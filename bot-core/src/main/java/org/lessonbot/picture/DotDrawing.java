package org.lessonbot.picture;

/** A label with its numbers, and below it a line for each of the two, with a hollow dot on the first and a full one on the second. */
final class DotDrawing {
    private static final Lettering LABEL = new Lettering(17, false);
    private static final Lettering FIGURE = new Lettering(17, true);
    private static final Lettering NOTE = new Lettering(14, false);
    private static final double DOT = 8;
    private static final double LINE = 20;
    private static final double GAP = 12;
    private static final double CAP = 5;

    private final DotPlot plot;
    private final Pen pen;

    private DotDrawing(DotPlot plot, Pen pen) {
        this.plot = plot;
        this.pen = pen;
    }

    /** @return how high it is */
    static double draw(DotPlot plot, Pen pen) {
        return new DotDrawing(plot, pen).draw();
    }

    private double draw() {
        double y = 0;
        for (DotPlot.Pair pair : plot.pairs()) {
            y = pair(pair, y);
        }
        return new Legend(pen, y)
                .line(plot.oneSays(), (to, width, middle) -> to.circle(Ink.BEFORE, width / 2, middle, 6))
                .line(plot.otherSays(), (to, width, middle) -> to.circle(Ink.FILL, width / 2, middle, 7))
                .line(plot.rangeSays(), (to, width, middle) -> range(to, 2, width, middle))
                .line(
                        plot.scale().lineSays(),
                        (to, width, middle) -> to.line(Ink.MARK, width / 2, middle - 8, width / 2, middle + 8))
                .end();
    }

    private double pair(DotPlot.Pair pair, double top) {
        pen.text(Ink.TEXT, FIGURE, Pen.Anchor.END, Drawing.WIDTH, top + FIGURE.size(), pair.figure());
        double y = top;
        for (String line : LABEL.lines(pair.label(), Drawing.WIDTH - FIGURE.width(pair.figure()) - GAP, 3)) {
            pen.text(Ink.TEXT, LABEL, Pen.Anchor.START, 0, y + LABEL.size(), line);
            y += LABEL.leading();
        }
        y = Math.max(y, top + FIGURE.leading());
        for (String line : NOTE.lines(pair.note(), Drawing.WIDTH, 1)) {
            pen.text(Ink.SOFT, NOTE, Pen.Anchor.START, 0, y + NOTE.size(), line);
            y += NOTE.leading();
        }
        y += 3;
        pen.rect(Ink.TRACK, 0, y, Drawing.WIDTH, 2 * LINE, 4);
        if (plot.scale().hasLine()) {
            double line = x(plot.scale().line());
            pen.line(Ink.MARK, line, y - 3, line, y + 2 * LINE + 3);
        }
        dot(Ink.BEFORE, DOT - 1, pair.one(), y + LINE / 2);
        dot(Ink.FILL, DOT, pair.other(), y + LINE * 1.5);
        return y + 2 * LINE + GAP;
    }

    private void dot(Ink ink, double radius, DotPlot.Dot dot, double middle) {
        range(pen, x(dot.range().low()), x(dot.range().high()), middle);
        pen.circle(ink, x(dot.value()), middle, radius);
    }

    private static void range(Pen pen, double low, double high, double middle) {
        pen.line(Ink.RANGE, low, middle, high, middle);
        for (double end : new double[] {low, high}) {
            pen.line(Ink.RANGE, end, middle - CAP, end, middle + CAP);
        }
    }

    /** Dots at either end are still whole. */
    private double x(double number) {
        return DOT + plot.scale().at(number) * (Drawing.WIDTH - 2 * DOT);
    }
}
