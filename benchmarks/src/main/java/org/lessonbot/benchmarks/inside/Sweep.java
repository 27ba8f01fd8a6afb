package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.util.Map;

/**
 * What it costs to look for posts that a crash left behind, while thousands of lessons are under way and nothing happens in
 * them. In ten of them a post is being drawn by another instance, so that there is something to be seen and to be left.
 */
final class Sweep {
    private static final int BUSY = 10;

    private Sweep() {}

    /** @param given {@code lessons} under way, and twice {@code seconds} to look on */
    static Map<String, Double> measure(Sql sql, Arguments given)
            throws ReflectiveOperationException, SQLException, InterruptedException {
        Silence chat = new Silence(Clicks.PACE);
        long lesson;
        try (Classroom classroom = Classroom.open(sql, "model", Clicks.AT_ONCE, chat)) {
            lesson = classroom.lesson();
            Load.times(Clicks.AT_ONCE, 1, (client, nth) -> classroom.guess(nth)).rate();
        }
        copy(sql, lesson, given.number("lessons", 10_000));
        sql.run("select stats.pg_stat_statements_reset(), pg_stat_reset()");
        try (Engine engine = Engine.start(sql, chat)) {
            Thread.sleep(2_000L * given.number("seconds", 10));
        }
        return read(sql);
    }

    private static void copy(Sql sql, long lesson, int lessons) throws SQLException {
        sql.run("insert into lesson (platform, room, edition, pace, status, seed, step, round)"
                + " select platform, 'room-' || n, edition, pace, status, seed, step, round"
                + " from lesson, generate_series(2, " + lessons + ") n where id = " + lesson);
        sql.run("insert into post (lesson, slot, place, step, round, wanted, shown, digest, address)"
                + " select lesson.id, slot, place, post.step, post.round, wanted, wanted, digest, address"
                + " from post, lesson where post.lesson = " + lesson + " and lesson.id <> " + lesson);
        sql.run("update post set wanted = wanted + 1, leased_by = 'another', leased_till = now() + interval '1 day'"
                + " where slot = 'desk' and lesson in (select id from lesson order by id desc limit " + BUSY + ")");
        sql.run("vacuum analyze");
    }

    private static Map<String, Double> read(Sql sql) throws SQLException {
        String statements = " from stats.pg_stat_statements where query ~ '\\mpost\\M' and query !~ 'stats|pg_stat'"
                + " and dbid = (select oid from pg_database where datname = current_database())";
        double sweeps = sql.number("select max(calls)" + statements);
        double rows = sql.number(
                "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = 'post'");
        sql.map("select left(regexp_replace(query, '\\s+', ' ', 'g'), 300), calls" + statements)
                .forEach((query, calls) -> System.out.println(calls + " x " + query));
        return Map.of(
                "ms", sql.number("select sum(total_exec_time)" + statements) / sweeps,
                "rows", rows / sweeps,
                "buffers", sql.number("select sum(shared_blks_hit + shared_blks_read)" + statements) / sweeps,
                "sweeps", sweeps);
    }
}
