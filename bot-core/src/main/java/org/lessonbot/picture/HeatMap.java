package org.lessonbot.picture;

import java.util.List;

/**
 * What was taken for what: a square of counts, darker where there are more. A row is the truth, a column what it was taken for.
 *
 * @param rowsAre what a row stands for
 * @param columnsAre what a column stands for
 * @param labels of rows and columns alike
 * @param cells by row and column
 * @param rightSays what the cells say in which both are the same
 */
public record HeatMap(
        Said said, String rowsAre, String columnsAre, List<String> labels, List<List<Cell>> cells, String rightSays)
        implements Picture {
    /** @throws IllegalArgumentException unless there are as many rows and columns as labels, two or more */
    public HeatMap {
        labels = List.copyOf(labels);
        cells = cells.stream().map(List::copyOf).toList();
        int size = labels.size();
        if (size < 2 || cells.size() != size || !cells.stream().allMatch(row -> row.size() == size)) {
            throw new IllegalArgumentException(size + " labels for " + cells);
        }
    }

    @Override
    public <R> R paint(Painter<R> painter) {
        return painter.heatMap(this);
    }

    /**
     * @param count 0 or more
     * @param figure its share of the row as people read it; empty where the row is empty
     */
    public record Cell(long count, String figure) {
        public Cell {
            if (count < 0) {
                throw new IllegalArgumentException("negative count " + count);
            }
        }
    }
}
