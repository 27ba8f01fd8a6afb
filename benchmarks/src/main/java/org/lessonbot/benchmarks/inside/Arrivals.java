package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.util.Map;

/** Thousands of people who come in: one after another in one lesson, several at once in the next. */
final class Arrivals {
    /** The rates of the first and of the last so many are told apart: does each cost more than the one before? */
    private static final int FEW = 500;

    private Arrivals() {}

    /** @param given {@code people} who come in, {@code clients} of them at once */
    static Map<String, Double> measure(Sql sql, Arguments given) throws ReflectiveOperationException, SQLException {
        int people = given.number("people", 3_000);
        Load.Done alone = come(sql, "one-by-one", people, 1);
        Load.Done together = come(sql, "together", people, given.number("clients", 16));
        int few = Math.min(FEW, people / 3);
        return Map.of(
                "one.seconds", people / alone.rate(),
                "one.first", alone.firstRate(few),
                "one.last", alone.lastRate(few),
                "many.rate", together.rate(),
                "many.first", together.firstRate(few),
                "many.last", together.lastRate(few));
    }

    private static Load.Done come(Sql sql, String room, int people, int clients)
            throws ReflectiveOperationException, SQLException {
        try (Classroom classroom = Classroom.open(sql, room, 0, new Silence(Clicks.PACE))) {
            Load.Done done = Load.times(people, clients, (client, nth) -> classroom.join(nth));
            if (classroom.students() != people) {
                throw new IllegalStateException(classroom.students() + " came in, and not " + people);
            }
            return done;
        }
    }
}
