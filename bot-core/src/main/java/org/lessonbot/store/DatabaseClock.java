package org.lessonbot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which all instances go: the database's, whatever a machine's own clock says. So no end comes early because one of
 * several machines is fast. Between two looks at the database it goes on as the machine's does, and while the database is away too.
 *
 * <p>Right to half of the time that the database took to answer. Safe for any thread.
 */
public final class DatabaseClock extends Clock implements AutoCloseable {
    /** A machine's clock that is further off than that should be set. */
    public static final Duration WRONG = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Clock machine;
    private final Optional<ScheduledExecutorService> looks;
    private volatile Duration behind = Duration.ZERO;
    private boolean wrong;

    private DatabaseClock(Database database, Clock machine, Optional<ScheduledExecutorService> looks) {
        this.database = database;
        this.machine = machine;
        this.looks = looks;
        look();
    }

    /** Looks at the database's clock now and every minute. */
    public static DatabaseClock of(Database database) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "database-clock");
            thread.setDaemon(true);
            return thread;
        });
        DatabaseClock clock = new DatabaseClock(database, Clock.systemUTC(), Optional.of(looks));
        var unused = looks.scheduleWithFixedDelay(clock::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return clock;
    }

    /** One for a machine with this clock, that looks now and then only when it is told to. */
    public static DatabaseClock of(Database database, Clock machine) {
        return new DatabaseClock(database, machine, Optional.empty());
    }

    /** How far the machine's clock is behind; negative if it is ahead. */
    public Duration behind() {
        return behind;
    }

    /** Sets itself by the database. Never fails: out of reach, it goes on by what it knew. */
    synchronized void look() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            Instant asked = machine.instant();
            Instant told = now(statement);
            Duration half = Duration.between(asked, machine.instant()).dividedBy(2);
            Duration found = Duration.between(asked.plus(half), told);
            if (found.minus(behind).abs().compareTo(half) > 0) {
                behind = found;
            }
            complain();
        } catch (SQLException away) {
            log.debug("the database's time is not known now", away);
        }
    }

    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void complain() {
        boolean off = behind.abs().compareTo(WRONG) > 0;
        if (off && !wrong) {
            log.warn(
                    "this machine's clock is {} s {} the database's: lessons go by the database's, and this one should be set",
                    behind.abs().toSeconds(),
                    behind.isNegative() ? "ahead of" : "behind");
        }
        wrong = off;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are what is asked for");
    }

    @Override
    public void close() {
        looks.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
