package org.lessonbot.picture;

import java.util.List;

/**
 * A picture in words: for whoever cannot see it, and for every place where it cannot be shown.
 *
 * @param title what it is about, on one line
 * @param alt what is to be seen in it, in a sentence or a few
 * @param columns the heads of a table of all that it shows
 * @param rows the table's rows, each with as many cells as there are columns
 */
public record Said(String title, String alt, List<String> columns, List<List<String>> rows) {
    /** @throws IllegalArgumentException if a row has more or fewer cells than there are columns */
    public Said {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (!rows.stream().allMatch(row -> row.size() == width)) {
            throw new IllegalArgumentException("rows of other lengths than " + columns + ": " + rows);
        }
    }
}
