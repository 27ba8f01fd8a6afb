package org.lessonbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which others know that an instance lives: an advisory lock that PostgreSQL lets go of when the instance's connection
 * ends, however the instance died. What the dead had leased is free at once, and nobody has to wait or to keep time.
 *
 * <p>The lock belongs to a transaction that stays open and holds nothing else, no row and no snapshot, so it keeps nothing
 * from being vacuumed. A session's own lock would do without a pooler; behind one that hands connections on after each
 * transaction it would belong to nobody. Where no lock can be had (a pooler that forbids transactions, a database that is
 * away) leases last until their time is over.
 */
public final class SignOfLife implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignOfLife.class);

    /** What the names of owners begin with whose lock tells whether they live. */
    static final String LIVES = "lives:";

    private static final String LOCKS_HELD = """
            select (cast(classid as bigint) << 32) | cast(objid as bigint) from pg_locks
            where locktype = 'advisory' and objsubid = 1 and granted
              and database = (select oid from pg_database where datname = current_database())
            """;

    /** By the columns {@code leased_by} and {@code leased_till}: nobody holds it who lives. */
    static final String FREE = "(leased_till is null or leased_till < clock_timestamp() or (leased_by like '" + LIVES
            + "%' and hashtextextended(leased_by, 0) not in (" + LOCKS_HELD + ")))";

    private static final String STAY = "select set_config(name, '0', true) from pg_settings"
            + " where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')";

    private static final String TAKE = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String NAME = "lesson-bot lives";

    /** For whoever looks through the server's connections. A query's snapshot lives until the next statement: this has none. */
    private static final String SAY_WHAT_FOR = "set local application_name = '" + NAME + "'";

    private final Database database;
    private final String unguarded = "unguarded:" + UUID.randomUUID();
    private volatile String owner = unguarded;
    private Optional<Connection> connection = Optional.empty();
    private boolean complained;
    private boolean closed;

    /** Holds nothing until it is first renewed. */
    public SignOfLife(Database database) {
        this.database = database;
    }

    /** Whether any instance lives on the database of a connection, as far as its user may see. */
    public static boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_stat_activity"
                        + " where datname = current_database() and application_name = '" + NAME + "'");
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    /** The same of a database; false if it cannot be asked. */
    public static boolean isThere(Database database) {
        try {
            return database.jdbi().withHandle(handle -> isThere(handle.getConnection()));
        } catch (SQLException | RuntimeException away) {
            return false;
        }
    }

    /** In whose name to lease something now. */
    String owner() {
        return owner;
    }

    /** Takes the lock if it is not held, or no longer. Never fails. */
    public synchronized void renew() {
        if (closed || connection.filter(this::answers).isPresent()) {
            return;
        }
        letGo();
        try {
            Connection held = database.connect();
            connection = Optional.of(held);
            // Another name each time: the lock of the one before may be held until the server learns that it is gone.
            String name = LIVES + UUID.randomUUID();
            take(held, name);
            owner = name;
        } catch (SQLException refused) {
            if (connection.isPresent() && !complained) {
                complained = true;
                log.warn(
                        "no lock to live by ({}): what this instance draws while it dies stands still for half a minute",
                        refused.getMessage());
            }
            letGo();
        }
    }

    private static void take(Connection held, String name) throws SQLException {
        held.setAutoCommit(false);
        try (Statement stay = held.createStatement();
                PreparedStatement lock = held.prepareStatement(TAKE)) {
            stay.execute(STAY);
            lock.setString(1, name);
            try (ResultSet taken = lock.executeQuery()) {
                if (!taken.next() || !taken.getBoolean(1)) {
                    throw new SQLException("somebody holds it");
                }
            }
            stay.execute(SAY_WHAT_FOR);
        }
    }

    /** As late as any statement may be: whoever let go sooner would be taken for dead while what they do is under way. */
    private boolean answers(Connection held) {
        try {
            return held.isValid(Math.toIntExact(database.answersWithin().toSeconds()));
        } catch (SQLException broken) {
            return false;
        }
    }

    private void letGo() {
        owner = unguarded;
        connection.ifPresent(held -> {
            try (held) {
                // Whoever looks next finds the lock free: an end that is only announced is noticed some time later.
                held.rollback();
            } catch (SQLException gone) {
                // Then the lock is gone too.
            }
        });
        connection = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        letGo();
    }
}
