package org.lessonbot.editorial.intake;

import java.util.Map;

/**
 * One row of a table of recorded answers.
 *
 * @param line where it begins in the file, from 1
 * @param cells by column; columns without a cell in this row are missing
 */
record Row(int line, Map<String, String> cells) {
    Row {
        cells = Map.copyOf(cells);
    }

    /** The cell of this column, or the empty string. */
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
