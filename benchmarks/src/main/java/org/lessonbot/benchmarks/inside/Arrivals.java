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
        Came alone = come(sql, "one-by-one", people, 1);
        Came together = come(sql, "together", people, given.number("clients", 16));
        int few = Math.min(FEW, people / 3);
        return Map.of(
                "one.seconds", people / alone.done().rate(),
                "one.first", alone.done().firstRate(few),
                "one.last", alone.done().lastRate(few),
                "one.all_us", alone.us(),
                "many.rate", together.done().rate(),
                "many.first", together.done().firstRate(few),
                "many.last", together.done().lastRate(few),
                "many.all_us", together.us());
    }

    /** @param us the processor time that each took */
    private record Came(Load.Done done, double us) {}

    private static Came come(Sql sql, String room, int people, int clients)
            throws ReflectiveOperationException, SQLException {
        try (Classroom classroom = Classroom.open(sql, room, 0, new Silence(Clicks.PACE))) {
            Processor processor = new Processor(sql);
            Load.Done done = Load.times(people, clients, (client, nth) -> classroom.join(nth));
            double us = processor.own(people) + processor.server(sql, people);
            if (classroom.students() != people) {
                throw new IllegalStateException(classroom.students() + " came in, and not " + people);
            }
            return new Came(done, us);
        }
    }
}
