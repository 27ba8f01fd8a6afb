package org.lessonbot.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.lessonbot.engine.Await;
import org.lessonbot.engine.DrivenTime;

/** A fresh database with the core's tables, and a pool of connections to it. */
public record Migrated(TestDatabase server, Database database) implements AutoCloseable {
    private static final Consumer<TestDatabase> MIGRATOR = server -> {
        try (Database database = open(server)) {
            database.migrate();
        }
    };

    public static Migrated fresh() {
        TestDatabase server = freshServer();
        return new Migrated(server, open(server));
    }

    /** The database alone, for whoever opens it in ways of their own. */
    public static TestDatabase freshServer() {
        return TestDatabase.fresh(MIGRATOR);
    }

    private static Database open(TestDatabase server) {
        return open(server, 8);
    }

    /**
     * Opens a database that is there and stays there: however busy the machine is, nobody is told that it is away. A connection
     * is opened when one is missing: each costs as much as some thirty statements, and most tests need one or two.
     */
    public static Database open(TestDatabase server, int connections) {
        return open(new Database.Access(server.jdbcUrl(), server.user(), server.password()), connections);
    }

    /** The same by a way of its own. */
    public static Database open(Database.Access access, int connections) {
        return thatAnswers(Database.open(access, 1, connections, DrivenTime.HANGS), access);
    }

    /** Opens one whose way is cut now and then, by the product's own patience; its first answer may take longer. */
    public static Database openImpatiently(Database.Access access, int connections) {
        return thatAnswers(Database.open(access, connections), access);
    }

    private static Database thatAnswers(Database database, Database.Access access) {
        Await.PATIENT.until("the database at " + access, database::fault, Optional::isEmpty);
        return database;
    }

    /** Returns once so many statements wait for a lock that another transaction holds. */
    public void awaitWaiting(int statements) {
        Await.PATIENT.until(statements + " statements to wait for a lock", this::waiting, seen -> seen >= statements);
    }

    /**
     * Lets several acts of one instant be judged by what stands there before any of them is written.
     *
     * @param lock a statement that takes what each of them has to wait for
     * @return what came of them
     */
    @SafeVarargs
    public final <T> List<T> held(String lock, Supplier<CompletableFuture<T>>... acts) {
        List<CompletableFuture<T>> begun;
        // By a handle of its own: within one transaction it is always the same statements that wait.
        try (Handle handle = database.jdbi().open()) {
            handle.begin();
            handle.execute(lock);
            begun = Stream.of(acts).map(Supplier::get).toList();
            awaitWaiting(acts.length);
            handle.commit();
        }
        return begun.stream().map(CompletableFuture::join).toList();
    }

    /** By a handle of its own: within a transaction, which whoever asks may be in, it is always the same statements that wait. */
    private int waiting() {
        try (Handle handle = database.jdbi().open()) {
            return handle.createQuery("select count(*) from pg_stat_activity"
                            + " where wait_event_type = 'Lock' and datname = current_database()")
                    .mapTo(Integer.class)
                    .one();
        }
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
