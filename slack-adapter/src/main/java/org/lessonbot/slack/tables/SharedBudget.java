package org.lessonbot.slack.tables;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.store.Database;

/**
 * How far ahead Slack's rate limits are booked by all instances that share a database. The database's clock counts, so theirs
 * may differ.
 */
public final class SharedBudget {
    private final Jdbi jdbi;

    /** Brings the adapter's own tables up to date. */
    public SharedBudget(Database database) {
        Migrations.run(database);
        this.jdbi = database.jdbi();
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
                        values (:calls, clock_timestamp() + :ms * interval '1 ms')
                        on conflict (calls) do update set
                            booked_until = greatest(budget.booked_until, clock_timestamp()) + :ms * interval '1 ms'
                        returning floor(extract(epoch from booked_until - clock_timestamp()) * 1000000)
                        """)
                .bind("calls", calls)
                .bind("ms", time.toNanos() / 1e6)
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
