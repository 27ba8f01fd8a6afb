package org.lessonbot.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.lessonbot.store.Database;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections whose statements may take as long as they take. */
final class Server {
    private Server() {}

    static DataSource of(Database.Access access) {
        return source(access);
    }

    /** The same; what is named without a schema is meant in this one. */
    static DataSource of(Database.Access access, String schema) {
        PGSimpleDataSource source = source(access);
        source.setCurrentSchema(schema);
        return source;
    }

    private static PGSimpleDataSource source(Database.Access access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        source.setApplicationName("lesson-bot backup");
        source.setSocketTimeout(0);
        return source;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    static Optional<String> first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
