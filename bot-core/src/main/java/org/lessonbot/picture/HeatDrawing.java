package org.lessonbot.picture;

import java.util.List;

/** A square of cells, each with its count, and its share of the row below that. */
final class HeatDrawing {
    private static final Lettering HEAD = new Lettering(15, false);
    private static final Lettering AXIS = new Lettering(14, true);
    private static final Lettering COUNT = new Lettering(26, true);
    private static final Lettering SHARE = new Lettering(14, false);
    private static final double LABELS = 124;
    private static final double CELL = 62;
    private static final double GAP = 5;
    private static final String NONE = "–";

    private final HeatMap map;
    private final Pen pen;
    private final double width;

    private HeatDrawing(HeatMap map, Pen pen) {
        this.map = map;
        this.pen = pen;
        this.width = (Drawing.WIDTH - LABELS) / map.labels().size() - GAP;
    }

    /** @return how high it is */
    static double draw(HeatMap map, Pen pen) {
        return new HeatDrawing(map, pen).draw();
    }

    private double draw() {
        double y = AXIS.leading();
        for (String line : AXIS.lines(map.columnsAre() + " →", Drawing.WIDTH - LABELS, 1)) {
            pen.text(Ink.SOFT, AXIS, Pen.Anchor.START, LABELS + GAP, AXIS.size(), line);
        }
        double heads = heads(y);
        for (String line : AXIS.lines(map.rowsAre() + " ↓", LABELS, 1)) {
            pen.text(Ink.SOFT, AXIS, Pen.Anchor.START, 0, y + heads - 6, line);
        }
        y += heads;
        for (int row = 0; row < map.labels().size(); row++) {
            row(row, y);
            y += CELL + GAP;
        }
        return new Legend(pen, y + 4)
                .line(map.rightSays(), (to, room, middle) -> to.rect(Ink.FRAME, 4, middle - 7, room - 6, 14, 3))
                .end();
    }

    private double heads(double top) {
        List<List<String>> heads = map.labels().stream()
                .map(label -> HEAD.forWord(label, width - 4).lines(label, width - 4, 2))
                .toList();
        int lines = heads.stream().mapToInt(List::size).max().orElse(1);
        for (int column = 0; column < heads.size(); column++) {
            Lettering lettering = HEAD.forWord(map.labels().get(column), width - 4);
            double y = top + (lines - heads.get(column).size()) * HEAD.leading();
            for (String line : heads.get(column)) {
                pen.text(Ink.TEXT, lettering, Pen.Anchor.MIDDLE, x(column) + width / 2, y + HEAD.size(), line);
                y += HEAD.leading();
            }
        }
        return lines * HEAD.leading() + 6;
    }

    private void row(int row, double y) {
        String label = map.labels().get(row);
        Lettering lettering = HEAD.forWord(label, LABELS - 6);
        List<String> lines = lettering.lines(label, LABELS - 6, 3);
        double line = y + (CELL - lines.size() * HEAD.leading()) / 2;
        for (String words : lines) {
            pen.text(Ink.TEXT, lettering, Pen.Anchor.START, 0, line + HEAD.size(), words);
            line += HEAD.leading();
        }
        List<HeatMap.Cell> cells = map.cells().get(row);
        long total = cells.stream().mapToLong(HeatMap.Cell::count).sum();
        for (int column = 0; column < cells.size(); column++) {
            cell(cells.get(column), total, x(column), y, row == column);
        }
    }

    private void cell(HeatMap.Cell cell, long total, double x, double y, boolean right) {
        Ink heat = Ink.heat(total == 0 ? 0 : (double) cell.count() / total);
        pen.rect(heat, x, y, width, CELL, 6);
        if (right) {
            pen.rect(Ink.FRAME, x + 1.5, y + 1.5, width - 3, CELL - 3, 5);
        }
        double middle = x + width / 2;
        String count = total == 0 ? NONE : String.valueOf(cell.count());
        pen.text(heat.writing(), COUNT, Pen.Anchor.MIDDLE, middle, y + 32, count);
        if (!cell.figure().isEmpty()) {
            pen.text(heat.writing(), SHARE, Pen.Anchor.MIDDLE, middle, y + 52, cell.figure());
        }
    }

    private double x(int column) {
        return LABELS + GAP + column * (width + GAP);
    }
}
