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

    /** @param types one for each column: {@code int4}, {@code int8} or {@code text} */
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
            String type = types.get(i);
            statement.setArray(
                    from + i,
                    statement.getConnection().createArrayOf(type, columns.get(i).toArray(like(type))));
        }
        return from + columns.size();
    }

    /** Only of an array whose own type says what is in it the driver makes something that PostgreSQL need not parse. */
    private static Object[] like(String type) {
        return switch (type) {
            case "int4" -> new Integer[0];
            case "int8" -> new Long[0];
            case "text" -> new String[0];
            default -> throw new IllegalArgumentException("no column of " + type + " is sent");
        };
    }
}
