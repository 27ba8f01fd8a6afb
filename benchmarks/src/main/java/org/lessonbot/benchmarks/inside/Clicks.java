package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.time.Duration;
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
            Load.Done many = Load.during(seconds, AT_ONCE, (client, nth) -> classroom.guess(client));
            Load.Done one = Load.during(seconds, 1, (client, nth) -> classroom.guess(client));
            classroom.audit();
            return Map.of(
                    "many.rate", many.rate(),
                    "many.p50", many.quantileMs(0.5),
                    "many.p99", many.quantileMs(0.99),
                    "one.rate", one.rate(),
                    "one.p50", one.quantileMs(0.5),
                    "one.p99", one.quantileMs(0.99));
        }
    }
}
