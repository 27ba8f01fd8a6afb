package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * How many statements the server carries out for a click, its begin and commit among them, until it is answered: nothing is
 * drawn meanwhile, and what the engine asks when nobody clicks is taken off. Counted by {@code pg_stat_statements} in the
 * schema {@code stats}.
 */
final class Statements {
    private static final String CALLS =
            "select coalesce(sum(calls), 0) from stats.pg_stat_statements where query not like '%stats.pg_stat_%'"
                    + " and dbid = (select oid from pg_database where datname = current_database())";
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int IDLE_MS = 5_000;

    private final Sql sql;
    private double idle;

    private Statements(Sql sql) {
        this.sql = sql;
    }

    /** @param given {@code clicks} to count over */
    static Map<String, Double> measure(Sql sql, Arguments given)
            throws ReflectiveOperationException, SQLException, InterruptedException {
        int clicks = given.number("clicks", 2_000);
        Statements statements = new Statements(sql);
        try (Classroom classroom = Classroom.open(sql, "statements", Clicks.AT_ONCE, new Silence(NEVER))) {
            Load.times(clicks, Clicks.AT_ONCE, (client, nth) -> classroom.guess(client));
            statements.rest();
            double together = statements.aClick(clicks, Clicks.AT_ONCE, classroom);
            double alone = statements.aClick(clicks / 10, 1, classroom);
            classroom.audit();
            statements.print();
            return Map.of("many", together, "one", alone, "idle", statements.idle);
        }
    }

    /** What is done in a second when nobody clicks. */
    private void rest() throws SQLException, InterruptedException {
        Thread.sleep(IDLE_MS);
        double before = sql.number(CALLS);
        Thread.sleep(IDLE_MS);
        idle = (sql.number(CALLS) - before) * 1000 / IDLE_MS;
    }

    private double aClick(int clicks, int clients, Classroom classroom) throws SQLException {
        sql.run("select stats.pg_stat_statements_reset()");
        long begin = System.nanoTime();
        Load.times(clicks, clients, (client, nth) -> classroom.guess(client));
        double calls = sql.number(CALLS) - idle * (System.nanoTime() - begin) / 1e9;
        return calls / clicks;
    }

    /** Which they were, for somebody alone. */
    private void print() throws SQLException {
        sql.map("select left(regexp_replace(query, '\\s+', ' ', 'g'), 160), sum(calls) from stats.pg_stat_statements"
                        + " where dbid = (select oid from pg_database where datname = current_database())"
                        + " group by 1 order by 2 desc limit 20")
                .forEach((query, calls) -> System.out.println(calls + " x " + query));
    }
}
