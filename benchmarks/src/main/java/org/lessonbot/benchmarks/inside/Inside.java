package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * Measures one part of the figures and prints a line for each figure: {@link #MARK}, its name, its value. Arguments:
 * {@code part}, {@code url}, {@code user} and {@code password} of a database of its own, and what the part takes.
 */
public final class Inside {
    /** Begins the lines that hold a figure. */
    public static final String MARK = "figure ";

    private Inside() {}

    public static void main(String[] line) throws ReflectiveOperationException, SQLException, InterruptedException {
        End.withThisThread();
        measure(Arguments.of(line))
                .forEach((name, value) ->
                        System.out.printf(Locale.ROOT, "%s%s %s%n", MARK, name, Double.toString(value)));
        System.exit(0);
    }

    private static Map<String, Double> measure(Arguments given)
            throws ReflectiveOperationException, SQLException, InterruptedException {
        Sql sql = new Sql(given.word("url", ""), given.word("user", ""), given.word("password", ""));
        String part = given.word("part", "");
        return switch (part) {
            case "prepare" -> prepare(sql);
            case "clicks" -> Clicks.measure(sql, given);
            case "floor" -> Floor.measure(sql, given);
            case "arrivals" -> Arrivals.measure(sql, given);
            case "statements" -> Statements.measure(sql, given);
            case "votes" -> Votes.measure(sql, given);
            case "sweep" -> Sweep.measure(sql, given);
            case "clubs" -> Clubs.measure(sql, given);
            default -> throw new IllegalArgumentException("no such part: " + part);
        };
    }

    /** Leaves a database behind in which a round of guessing is open. */
    private static Map<String, Double> prepare(Sql sql) throws ReflectiveOperationException, SQLException {
        Classroom.open(sql, "prepared", Clicks.AT_ONCE, new Silence(Clicks.PACE))
                .close();
        return Map.of();
    }
}
