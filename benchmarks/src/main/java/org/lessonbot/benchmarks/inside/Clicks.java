package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** 64 people who guess at once, and one alone, in a lesson that any number of people take part in. */
final class Clicks {
    static final int AT_ONCE = 64;

    /** As slow as the slowest chat: what is drawn beside the clicks is not what is measured here. */
    static final Duration PACE = Duration.ofMillis(1_250);

    private Clicks() {}

    /** @param given {@code people} in the lesson, {@code warm} and {@code seconds} to go on */
    static Map<String, Double> measure(Sql sql, Arguments given) throws ReflectiveOperationException, SQLException {
        try (Classroom classroom = Classroom.open(sql, "clicks", given.number("people", AT_ONCE), new Silence(PACE))) {
            int seconds = given.number("seconds", 10);
            Load.during(given.number("warm", 5), AT_ONCE, (client, nth) -> classroom.guess(client));
            Map<String, Double> figures = new HashMap<>();
            guess(sql, classroom, seconds, AT_ONCE).forEach((name, value) -> figures.put("many." + name, value));
            guess(sql, classroom, seconds, 1).forEach((name, value) -> figures.put("one." + name, value));
            classroom.audit();
            return figures;
        }
    }

    private static Map<String, Double> guess(Sql sql, Classroom classroom, int seconds, int clients)
            throws SQLException {
        Processor processor = new Processor(sql);
        Load.Done done = Load.during(seconds, clients, (client, nth) -> classroom.guess(client));
        Map<String, Double> figures = new HashMap<>(processor.figures(sql, done.ends().length));
        figures.put("rate", done.rate());
        figures.put("p50", done.quantileMs(0.5));
        figures.put("p99", done.quantileMs(0.99));
        return figures;
    }
}
