package org.lessonbot.benchmarks.inside;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What keeping guesses costs at the least: the same rows in batches, over one connection, by a statement that compares nothing and wants
 * no post drawn again. The table and its log are the build's.
 */
final class Floor {
    private static final List<String> STAGES = List.of("base", "instruction_tuned", "rlhf");
    private static final double SECOND = 1e9;
    private static final String SQL = """
            insert into entry (lesson, step, round, owner, field, value, person)
            select round.lesson, round.step, round.number, owner, 'guess', value, owner
            from unnest(?::text[], ?::text[]) as wish (owner, value), round where round.step = 'match' and round.phase = 'OPEN'
            on conflict (lesson, step, round, owner, field)
                do update set value = excluded.value, person = excluded.person, at = excluded.at""";
    /** Earlier builds log by a trigger. */
    private static final String LOGGED = "with kept as (" + SQL + """
             returning lesson, step, round, owner, field, value, person, at)
            insert into entry_log (lesson, step, round, owner, field, value, person, at)
            select lesson, step, round, owner, field, value, person, at from kept""";

    private Floor() {}

    static Map<String, Double> measure(Sql sql, Arguments given) throws ReflectiveOperationException, SQLException {
        Classroom.open(sql, "floor", Clicks.AT_ONCE, new Silence(Clicks.PACE)).close();
        int seconds = given.number("seconds", 10);
        Map<String, Double> figures = new HashMap<>();
        boolean logged = sql.number("select count(*) from pg_class where relname = 'entry_log'") > 0;
        try (Connection connection = sql.connect();
                PreparedStatement statement = connection.prepareStatement(logged ? LOGGED : SQL)) {
            write(statement, Clicks.AT_ONCE, given.number("warm", 5));
            keep(sql, statement, Clicks.AT_ONCE, seconds).forEach((name, value) -> figures.put("many." + name, value));
            write(statement, 1, 1);
            keep(sql, statement, 1, seconds).forEach((name, value) -> figures.put("one." + name, value));
        }
        return figures;
    }

    private static Map<String, Double> keep(Sql sql, PreparedStatement statement, int rows, int seconds)
            throws SQLException {
        Processor processor = new Processor(sql);
        int batches = write(statement, rows, seconds);
        Map<String, Double> figures = new HashMap<>(processor.figures(sql, batches * rows));
        figures.put("rate", batches * (double) rows / seconds);
        return figures;
    }

    /** @return how many batches */
    private static int write(PreparedStatement statement, int rows, int seconds) throws SQLException {
        Connection connection = statement.getConnection();
        Array owners = connection.createArrayOf(
                "text", IntStream.range(0, rows).mapToObj(i -> "s" + i).sorted().toArray(String[]::new));
        long end = System.nanoTime() + (long) (seconds * SECOND);
        int batches = 0;
        for (; System.nanoTime() < end; batches++) {
            String stage = STAGES.get(batches % STAGES.size());
            statement.setArray(1, owners);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", Collections.nCopies(rows, stage).toArray(new String[0])));
            if (statement.executeUpdate() != rows) {
                throw new SQLException("not all rows were written");
            }
        }
        return batches;
    }
}
