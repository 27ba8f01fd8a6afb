package org.lessonbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;

/**
 * One entry alone, by a statement that looks for no round and for nobody: where the lesson has neither moved nor had anybody come or go
 * since an act was judged, they are as they were then. Setting up the plan is most of what a single row costs PostgreSQL, so the fewer
 * tables it is about the better; and where there is one row, its values are put in the place of all joins with it.
 */
final class LoneEntry {
    /** The share lock makes a move wait for this commit, and this statement for a move under way, after which the version differs. */
    private static final String SQL = """
            with wish as not materialized (
                select ?::bigint as lesson, ?::text as step, ?::int as round, ?::text as owner, ?::text as field, ?::text as value,
                    ?::text as person, ?::text as before, ?::bigint as moves, ?::bigint as roster, ?::text as owners, ?::text as state,
                    timestamptz 'epoch' + ?::bigint * interval '1 us' as at
            ), standing as (
                select from lesson join wish on wish.lesson = lesson.id
                where version = moves and status = 'RUNNING' and (wish.roster is null or wish.roster = lesson.roster)
                for share of lesson
            ), kept as (
                insert into entry (lesson, step, round, owner, field, value, person, at)
                select lesson, step, round, owner, field, value, person, at from wish, standing
                where %1$s
                %2$s %3$s
                returning lesson, step, round, owner, field, value, person, at
            ), logged as (
                %4$s
            ), %5$s
            select 1 where not exists (select from kept)
            """;

    /** What stands there is compared with what is found once the entry's row is locked. */
    private static final String INSTEAD =
            "where entry.value = excluded.value or (select before is null or before = entry.value from wish)";

    private static final String WHATEVER_STANDS = statement("");
    private static final String IF_IT_STANDS = statement(INSTEAD);

    private LoneEntry() {}

    /**
     * Tries it.
     *
     * @param act which writes one row
     * @param now when it is entered
     * @return whether it was kept; if not, that need not mean anything
     */
    static boolean isKept(Connection connection, EntryStatement.Act act, Instant now) throws SQLException {
        if (act.moves() == null) {
            return false;
        }
        Write write = act.writes().get(0);
        try (PreparedStatement statement =
                connection.prepareStatement(write.before().isPresent() ? IF_IT_STANDS : WHATEVER_STANDS)) {
            statement.setLong(1, write.lesson());
            statement.setString(2, write.step());
            statement.setInt(3, write.round());
            statement.setString(4, write.owner());
            statement.setString(5, write.field());
            statement.setString(6, write.value());
            statement.setString(7, write.person());
            statement.setString(8, write.before().orElse(null));
            statement.setLong(9, act.moves());
            statement.setObject(10, act.seat() == null ? null : act.seat().roster(), Types.BIGINT);
            statement.setString(11, act.owners());
            statement.setString(12, act.state());
            statement.setLong(13, EntryStatement.micros(now));
            try (ResultSet unwritten = statement.executeQuery()) {
                return !unwritten.next();
            }
        }
    }

    private static String statement(String instead) {
        return String.format(
                Locale.ROOT,
                SQL,
                EntryStatement.AS_JUDGED,
                EntryStatement.REPLACED,
                instead,
                EntryStatement.LOG,
                String.format(Locale.ROOT, EntryStatement.POSTS, "wish"));
    }
}
