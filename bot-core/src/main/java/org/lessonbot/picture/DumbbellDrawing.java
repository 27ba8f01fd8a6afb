package org.lessonbot.picture;

/** A line for each share, with a hollow dot before and a full dot after. */
final class DumbbellDrawing {
    private static final Lettering LABEL = new Lettering(17, false);
    private static final Lettering FIGURE = new Lettering(17, true);
    private static final double DOT = 9;
    private static final double ROW = 24;
    private static final double GAP = 10;

    private DumbbellDrawing() {}

    /** @return how high it is */
    static double draw(Dumbbells dumbbells, Pen pen) {
        double y = 0;
        for (Dumbbells.Move move : dumbbells.moves()) {
            pen.text(Ink.TEXT, FIGURE, Pen.Anchor.END, Drawing.WIDTH, y + FIGURE.size(), move.figure());
            double top = y;
            double room = Drawing.WIDTH - FIGURE.width(move.figure()) - 12;
            for (String line : LABEL.lines(move.label(), room, 2)) {
                pen.text(Ink.TEXT, LABEL, Pen.Anchor.START, 0, y + LABEL.size(), line);
                y += LABEL.leading();
            }
            y = Math.max(y, top + FIGURE.leading());
            double middle = y + ROW / 2;
            pen.rect(Ink.TRACK, 0, middle - 3, Drawing.WIDTH, 6, 3);
            pen.line(Ink.WAY, x(move.before()), middle, x(move.after()), middle);
            pen.circle(Ink.BEFORE, x(move.before()), middle, DOT - 1);
            // Where nothing changed the full dot is smaller, so that the hollow one stays seen around it.
            boolean stayed = Math.abs(x(move.before()) - x(move.after())) < DOT;
            pen.circle(Ink.FILL, x(move.after()), middle, stayed ? DOT / 2 : DOT);
            y += ROW + GAP;
        }
        return new Legend(pen, y)
                .line(dumbbells.beforeSays(), (to, width, middle) -> to.circle(Ink.BEFORE, width / 2, middle, 6))
                .line(dumbbells.afterSays(), (to, width, middle) -> to.circle(Ink.FILL, width / 2, middle, 7))
                .end();
    }

    /** Dots at either end are still whole. */
    private static double x(double share) {
        return DOT + share * (Drawing.WIDTH - 2 * DOT);
    }
}
