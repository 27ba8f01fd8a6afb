package org.lessonbot.store;

import java.util.function.Consumer;

/** A fresh database with the core's tables, and a pool of connections to it. */
public record Migrated(TestDatabase server, Database database) implements AutoCloseable {
    private static final Consumer<TestDatabase> MIGRATOR = server -> {
        try (Database database = open(server)) {
            database.migrate();
        }
    };

    public static Migrated fresh() {
        TestDatabase server = TestDatabase.fresh(MIGRATOR);
        return new Migrated(server, open(server));
    }

    private static Database open(TestDatabase server) {
        return Database.open(new Database.Access(server.jdbcUrl(), server.user(), server.password()), 8);
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
