package org.lessonbot.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What went wrong, as far as the tables tell.
 *
 * @param undrawn posts that were tried more than once and do not show what they should, or were left behind by a lesson that is over
 * @param undrawnLessons of which these are
 * @param unreached people of clubs whom a private message did not reach in the last week
 * @param failing what is to happen by the clock, and failed when it was last done
 * @param purged when old lessons were last erased
 * @param overdue lessons that should have been erased for a day
 */
public record Aftermath(
        long undrawn,
        long undrawnLessons,
        long unreached,
        List<String> failing,
        Optional<Instant> purged,
        long overdue) {
    private static final String UNDRAWN = "from post join lesson on lesson.id = post.lesson where wanted > shown"
            + " and (tries > 1 or ended_at < cast(? as timestamptz))";

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);

    /** @param retention how long after its end a lesson is kept */
    public static Aftermath of(Database database, Instant now, Duration retention) {
        return database.jdbi()
                .withHandle(handle -> new Aftermath(
                        count(handle, "select count(*) " + UNDRAWN, now.minus(AN_HOUR)),
                        count(handle, "select count(distinct lesson.id) " + UNDRAWN, now.minus(AN_HOUR)),
                        count(
                                handle,
                                "select count(distinct (lesson, person)) from reminder"
                                        + " where outcome in ('REFUSED', 'TOLD', 'FAILED') and at > cast(? as timestamptz)",
                                now.minus(A_WEEK)),
                        handle.createQuery("select distinct task_name from scheduled_tasks"
                                        + " where consecutive_failures > 0 order by 1")
                                .mapTo(String.class)
                                .list(),
                        handle.createQuery("select max(last_success) from scheduled_tasks where task_name = 'purge'")
                                .mapTo(OffsetDateTime.class)
                                .findOne()
                                .map(OffsetDateTime::toInstant),
                        count(
                                handle,
                                "select count(*) from lesson where ended_at < cast(? as timestamptz)",
                                now.minus(retention).minus(A_DAY))));
    }

    private static long count(Handle handle, String sql, Instant since) {
        return handle.createQuery(sql)
                .bind(0, since.toString())
                .mapTo(Long.class)
                .one();
    }
}
