package org.lessonbot.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one statement: an array for each column, for {@code unnest}. */
final class Columns {
    private final List<String> types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /** @param types PostgreSQL's, one for each column */
    Columns(String... types) {
        this.types = List.of(types);
        Arrays.stream(types).forEach(type -> columns.add(new ArrayList<>()));
    }

    void add(@Nullable Object... row) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    /**
     * Hands the columns to a statement.
     *
     * @param from the first one's place in it
     * @return the place behind the last one
     */
    int bind(PreparedStatement statement, int from) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(
                    from + i,
                    statement
                            .getConnection()
                            .createArrayOf(types.get(i), columns.get(i).toArray()));
        }
        return from + columns.size();
    }
}
