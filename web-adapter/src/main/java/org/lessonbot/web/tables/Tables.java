package org.lessonbot.web.tables;

import java.util.function.BiConsumer;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.lessonbot.store.Database;
import org.lessonbot.store.Schema;

/** The classroom's tables in the database. */
public final class Tables {
    public static final Schema SCHEMA = new Schema("web", "classpath:org/lessonbot/web/migrations");

    private final Database database;
    private final Jdbi jdbi;

    private Tables(Database database) {
        this.database = database;
        this.jdbi = database.jdbi();
    }

    /** The tables, made or brought up to date. */
    public static Tables of(Database database) {
        database.migrate(SCHEMA);
        return new Tables(database);
    }

    /** The database did not do what was asked; it may do so later. */
    public static final class OutOfReach extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfReach(JdbiException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Hears what any instance sent, until it is closed.
     *
     * @param hear a topic has come to a version
     * @param poll looks for what was missed
     */
    public Announcements listen(BiConsumer<Topic, Long> hear, Runnable poll) {
        return new Announcements(database.dataSource(), hear, poll);
    }

    <T> T ask(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException failure) {
            throw new OutOfReach(failure);
        }
    }

    <T> T transact(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException failure) {
            throw new OutOfReach(failure);
        }
    }
}
