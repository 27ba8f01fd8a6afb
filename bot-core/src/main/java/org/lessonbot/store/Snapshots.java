package org.lessonbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.time.LocalMoment;

/** Reads all that is kept of how a lesson stands, on one way to the database and back. */
final class Snapshots {
    private static final String ALL = String.join(
            ";\n",
            "select * from lesson where id = :lesson",
            Lessons.ROUNDS,
            Rosters.PARTICIPANTS,
            Rosters.MEMBERS,
            Lessons.DEADLINES,
            Lessons.MORE_TIME);

    /** Java's own way sets the session, which behind a pooler is somebody else's with the next transaction. */
    private static final String AT_ONE_MOMENT = "set transaction isolation level repeatable read;\n" + ALL;

    private Snapshots() {}

    /** As the first thing in a transaction: all of the moment in which it begins. */
    static Optional<Snapshot> read(Handle handle, long lesson) {
        return read(handle, AT_ONE_MOMENT, lesson);
    }

    /** In a transaction that holds the lesson's row, so that nobody else changes anything of it. */
    static Optional<Snapshot> held(Handle handle, long lesson) {
        return read(handle, ALL, lesson);
    }

    private static Optional<Snapshot> read(Handle handle, String sql, long lesson) {
        return handle.createQuery(sql).bind("lesson", lesson).execute((statement, context) -> {
            Statement answers = statement.get();
            List<Facts> found = new ArrayList<>();
            each(
                    answers,
                    row -> found.add(
                            new Facts(Lessons.lesson(row), Lessons.version(row), row.getBoolean("ends_early"))));
            List<Round> rounds = new ArrayList<>();
            each(answers, row -> rounds.add(Lessons.round(row)));
            Rosters.Rows people = new Rosters.Rows();
            each(answers, people::participant);
            each(answers, people::member);
            List<Deadline> deadlines = new ArrayList<>();
            each(answers, row -> deadlines.add(Lessons.deadline(row)));
            Map<String, LocalMoment> moreTime = new HashMap<>();
            each(answers, row -> moreTime.put(row.getString("person"), Lessons.moment(row)));
            Roster roster = people.roster();
            return found.stream()
                    .map(facts -> new Snapshot(
                            facts.lesson, facts.version, rounds, roster, deadlines, facts.endsEarly, moreTime))
                    .findFirst();
        });
    }

    private record Facts(Lesson lesson, Version version, boolean endsEarly) {}

    /** What is done with a row. */
    interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    /** The rows of the next of several queries. */
    static void each(Statement answers, Reading reading) throws SQLException {
        ResultSet rows = answers.getResultSet();
        while (rows == null) {
            if (!answers.getMoreResults() && answers.getUpdateCount() < 0) {
                throw new SQLException("fewer answers than queries");
            }
            rows = answers.getResultSet();
        }
        while (rows.next()) {
            reading.read(rows);
        }
        answers.getMoreResults();
    }
}
