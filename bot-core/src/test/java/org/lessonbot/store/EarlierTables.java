package org.lessonbot.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/** Tables as an earlier version of the bot had made and filled them. */
public final class EarlierTables {
    private EarlierTables() {}

    /** The versions that somebody's tables have had, but for the newest, which this database has. */
    public static List<Integer> versions(TestDatabase newest, Schema schema) {
        List<Integer> all = Jdbi.create(newest::connect)
                .withHandle(handle -> handle.createQuery("select cast(version as int) from " + schema.history()
                                + " where version <> '0' order by 1")
                        .mapTo(Integer.class)
                        .list());
        return all.subList(0, all.size() - 1);
    }

    /**
     * Makes the tables of an earlier version, and copies into them what newer ones hold: of each table and column that was there.
     *
     * @param tables in the order in which they point to each other
     */
    public static void fill(TestDatabase old, Schema schema, int version, TestDatabase newer, List<String> tables)
            throws SQLException, IOException {
        try (Database database = Migrated.open(old, 2)) {
            Database.migrate(database.dataSource(), schema, Integer.toString(version));
        }
        try (Connection to = old.connect();
                Connection from = newer.connect()) {
            for (String table : tables) {
                String what = "copy " + table + " (" + columns(old, table) + ")";
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                from.unwrap(PGConnection.class).getCopyAPI().copyOut(what + " to stdout", rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(what + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
            }
        }
    }

    private static String columns(TestDatabase old, String table) {
        return String.join(
                ", ",
                Jdbi.create(old::connect)
                        .<List<String>, RuntimeException>withHandle(
                                handle -> handle.createQuery("select column_name from information_schema.columns"
                                                + " where table_name = ? order by ordinal_position")
                                        .bind(0, table)
                                        .mapTo(String.class)
                                        .list()));
    }
}
