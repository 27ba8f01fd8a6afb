package org.lessonbot.slack.tables;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.store.Database;

/**
 * How far ahead Slack's rate limits are booked by all instances that share a database. The database's clock counts, so theirs
 * may differ.
 */
public final class SharedBudget {
    private final Jdbi jdbi;
    private final Supplier<Optional<Instant>> now;

    /** Brings the adapter's own tables up to date. */
    public SharedBudget(Database database) {
        this(database, Optional::empty);
    }

    /** @param now in place of the database's clock, where there is one */
    public SharedBudget(Database database, Supplier<Optional<Instant>> now) {
        Migrations.run(database);
        this.jdbi = database.jdbi();
        this.now = now;
    }

    /**
     * Books calls behind all that are booked.
     *
     * @param calls what is counted together
     * @param time what they take up, at the pace that the limit allows in the long run
     * @return for how long from now it is all booked then
     */
    public Duration book(String calls, Duration time) {
        long micros = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into slack_budget as budget (calls, booked_until)
                        values (:calls, coalesce(:now, clock_timestamp()) + :micros * interval '1 microsecond')
                        on conflict (calls) do update set booked_until =
                            greatest(budget.booked_until, coalesce(:now, clock_timestamp())) + :micros * interval '1 microsecond'
                        returning floor(extract(epoch from booked_until - coalesce(:now, clock_timestamp())) * 1000000)
                        """)
                .bindByType(
                        "now", now.get().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), OffsetDateTime.class)
                .bind("calls", calls)
                .bind("micros", time.toNanos() / 1_000)
                .mapTo(Long.class)
                .one());
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** Forgets what was booked for times before this. */
    public void forget(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from slack_budget where booked_until < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }
}
