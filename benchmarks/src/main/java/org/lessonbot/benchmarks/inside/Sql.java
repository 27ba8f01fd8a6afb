package org.lessonbot.benchmarks.inside;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks into a database beside the build that works there; each statement has a connection of its own. */
public record Sql(String url, String user, String password) {
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    public void run(String statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The first column of the only row. */
    public double number(String query) throws SQLException {
        return Double.parseDouble(text(query));
    }

    /** The first column of the only row. */
    public String text(String query) throws SQLException {
        Map<String, String> rows = map("select 'it', (" + query + ")::text");
        return rows.getOrDefault("it", "");
    }

    /** The first column and the second. */
    public Map<String, String> map(String query) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getString(2));
            }
        }
        return rows;
    }
}
