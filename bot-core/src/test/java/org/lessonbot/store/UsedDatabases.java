package org.lessonbot.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lessonbot.engine.DrivenTime;

/**
 * Copies of one database that tests are done with, emptied for the next: a copy costs a tenth of a second of processor, and
 * a suite asks for a thousand. Each keeps the connection by which it is emptied, as one costs as much as all the rest. One whose
 * tables themselves were changed, or that has grown large, is not used again.
 */
final class UsedDatabases {

    private static final long LARGE_BYTES = 8L << 20;

    /** Whatever makes, changes or drops a table, column, key, function, trigger or setting changes this. */
    private static final String SHAPE = """
            select concat_ws(' ',
              (select row(count(*), max(xmin::text::bigint)) from pg_class),
              (select row(count(*), max(xmin::text::bigint)) from pg_attribute),
              (select row(count(*), max(xmin::text::bigint)) from pg_attrdef),
              (select row(count(*), max(xmin::text::bigint)) from pg_constraint),
              (select row(count(*), max(xmin::text::bigint)) from pg_index),
              (select row(count(*), max(xmin::text::bigint)) from pg_namespace),
              (select row(count(*), max(xmin::text::bigint)) from pg_proc),
              (select row(count(*), max(xmin::text::bigint)) from pg_sequence),
              (select row(count(*), max(xmin::text::bigint)) from pg_trigger),
              (select count(*) from pg_db_role_setting))""";

    private static final String BYTES = """
            select coalesce(sum(pg_relation_size(oid)), 0) from pg_class
            where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace""";

    private static final String TABLES = """
            select oid::regclass from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1""";

    /** Whether each has ended, once it has or hangs. */
    private static final String END = String.format(
            Locale.ROOT, "pg_terminate_backend(pid, %d) from pg_stat_activity", DrivenTime.HANGS.toMillis());

    /** All users of tests have the password of the server's owner. */
    private static final String NEW_USER = """
            do $$ begin execute (
              select format('create role %%I superuser login password %%L', '%s', rolpassword)
              from pg_authid where rolname = current_user); end $$""";

    /**
     * @param name of the database
     * @param user who may do everything in it: another for each test, so that whoever still holds on to it after theirs is let in
     *     no more, and writes nothing into another's
     * @param keeper of the server's owner
     */
    record Copy(String name, String user, Connection keeper) {}

    private final TestDatabase original;
    private final List<String> filled = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private final String asMade;
    private final Queue<Copy> clean = new ConcurrentLinkedQueue<>();

    UsedDatabases(TestDatabase original) {
        this.original = original;
        try (Connection connection = original.connect();
                Statement statement = connection.createStatement()) {
            for (String table : all(statement, TABLES)) {
                (one(statement, "select exists (select from " + table + ")").equals("t") ? filled : empty).add(table);
            }
            asMade = look(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(original.name(), failure);
        }
        // Nothing is copied while somebody is connected, and whoever closes a connection is so for a while yet.
        TestDatabase.execute("select " + END + " where datname = '" + original.name() + "'");
    }

    /** One that is as the original is. */
    Copy take() {
        return Optional.ofNullable(clean.poll()).orElseGet(this::copy);
    }

    @SuppressWarnings("MustBeClosed") // The keeper stays as long as the copy.
    private Copy copy() {
        String name = TestDatabase.copyOf(original.name());
        try {
            Connection keeper = TestDatabase.connectTo(name);
            try (Statement statement = keeper.createStatement()) {
                statement.execute(String.format(Locale.ROOT, NEW_USER, name));
                statement.execute("set session_replication_role = replica");
            }
            return new Copy(name, name, keeper);
        } catch (SQLException failure) {
            throw new IllegalStateException(name, failure);
        }
    }

    /** Takes out of a database what a test left there, for the next that asks. */
    void giveBack(Copy used) {
        try (Statement statement = used.keeper().createStatement()) {
            String user = TestDatabase.newName();
            statement.execute("alter role " + used.user() + " rename to " + user);
            List<String> ended = all(statement, "select " + END + " where usename = '" + user + "'");
            // Whoever may not have ended could still write there.
            if (ended.stream().allMatch("t"::equals) && isCleaned(statement)) {
                clean.add(new Copy(used.name(), user, used.keeper()));
            } else {
                used.keeper().close();
                TestDatabase.execute("drop database " + used.name() + " with (force)", "drop role " + user);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(used.name(), failure);
        }
    }

    private boolean isCleaned(Statement statement) throws SQLException {
        if (count(statement, BYTES) > LARGE_BYTES || !look(statement).equals(asMade)) {
            return false;
        }
        for (String table : empty) {
            statement.addBatch("delete from " + table);
        }
        statement.executeBatch();
        all(statement, "select setval(seqrelid::regclass, seqstart, false) from pg_sequence");
        return true;
    }

    private String look(Statement statement) throws SQLException {
        StringBuilder seen = new StringBuilder(one(statement, SHAPE));
        for (String table : filled) {
            seen.append(one(statement, "select md5(string_agg(t::text, ' ' order by t::text)) from " + table + " t"));
        }
        return seen.toString();
    }

    private static String one(Statement statement, String query) throws SQLException {
        return all(statement, query).get(0);
    }

    static long count(Statement statement, String query) throws SQLException {
        return Long.parseLong(one(statement, query));
    }

    static List<String> all(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(String.valueOf(rows.getString(1)));
            }
            return all;
        }
    }
}
