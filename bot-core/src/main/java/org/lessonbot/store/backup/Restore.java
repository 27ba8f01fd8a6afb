package org.lessonbot.store.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.lessonbot.store.Database;
import org.lessonbot.store.Schema;
import org.lessonbot.store.SignOfLife;
import org.postgresql.PGConnection;

/**
 * Takes a database from a backup. The rows go into tables of the backup's version in a schema aside, which are then brought to
 * this version; only then, in one commit, do they take the place of what was there. Whatever fails before leaves that as it was.
 */
public final class Restore {
    private static final String ASIDE = "lesson_bot_restore";

    private final Database.Access access;
    private final List<Schema> schemas;
    private final Progress progress;

    /** @param schemas of all owners that this program has */
    public Restore(Database.Access access, List<Schema> schemas, Progress progress) {
        this.access = access;
        this.schemas = List.copyOf(schemas);
        this.progress = progress;
    }

    /**
     * Fills the database from the file.
     *
     * @param replace whether what the database holds is to be replaced; otherwise it must hold nothing
     * @throws BackupException if it holds something, is in use or fails, or the file is of a later version; nothing was changed then
     */
    public void from(BackupFile file, boolean replace) throws IOException, BackupException {
        try {
            take(file, replace);
        } catch (SQLException | IllegalStateException failure) {
            throw BackupException.failed(failure);
        }
    }

    private void take(BackupFile file, boolean replace) throws IOException, SQLException, BackupException {
        try (Connection connection = Server.of(access).getConnection()) {
            check(connection, replace);
            Server.execute(connection, "drop schema if exists " + ASIDE + " cascade");
            Server.execute(connection, "create schema " + ASIDE);
            try {
                DataSource aside = Server.of(access, ASIDE);
                fill(aside, file);
                schemas.forEach(schema -> Database.migrate(aside, schema));
                schemas.forEach(schema -> Database.migrate(Server.of(access), schema));
                takeOver(aside);
            } finally {
                Server.execute(connection, "drop schema if exists " + ASIDE + " cascade");
            }
            Server.execute(connection, "analyze");
        }
    }

    private void check(Connection connection, boolean replace) throws SQLException, BackupException {
        if (SignOfLife.isThere(connection)) {
            throw new BackupException(BackupException.Reason.IN_USE);
        }
        Catalog there = Catalog.of(connection);
        List<String> full = new ArrayList<>();
        for (Catalog.Table table : there.tables()) {
            if (Server.first(connection, "select 1 from " + table.quoted() + " limit 1")
                    .isPresent()) {
                full.add(table.name());
            }
        }
        if (!full.isEmpty() && !replace) {
            throw new BackupException(BackupException.Reason.NOT_EMPTY, String.join(", ", full));
        }
        if (schemas.stream().anyMatch(schema -> Database.isNewer(Server.of(access), schema))) {
            throw new BackupException(BackupException.Reason.DATABASE_NEWER);
        }
    }

    private void fill(DataSource aside, BackupFile file) throws IOException, SQLException, BackupException {
        Map<String, String> versions = file.manifest().versions();
        List<String> known = schemas.stream().map(Schema::owner).toList();
        if (!known.containsAll(versions.keySet())) {
            throw new BackupException(BackupException.Reason.NEWER);
        }
        for (Schema schema : schemas) {
            String version = versions.get(schema.owner());
            if (version != null) {
                if (Database.isNewer(aside, schema, version)) {
                    throw new BackupException(BackupException.Reason.NEWER);
                }
                Database.migrate(aside, schema, version);
            }
        }
        try (Connection connection = aside.getConnection()) {
            connection.setAutoCommit(false);
            Map<String, Catalog.Table> tables = Catalog.of(connection).tables().stream()
                    .collect(Collectors.toMap(Catalog.Table::name, table -> table));
            Followed followed = new Followed(Math.max(1, file.bytes()));
            for (Manifest.Contents contents : file.tables()) {
                Catalog.Table table = tables.get(contents.name());
                if (table == null || !table.columns().equals(contents.columns())) {
                    throw BackupFile.damaged(contents.entry());
                }
                copy(connection, table, contents, followed.through(file.rows(contents)));
            }
            restart(connection, file.manifest().sequences());
            connection.commit();
        }
    }

    private static void copy(Connection connection, Catalog.Table table, Manifest.Contents contents, InputStream rows)
            throws IOException, SQLException, BackupException {
        try (rows) {
            long read = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.quoted() + " (" + table.quotedColumns() + ") from stdin", rows);
            if (read != contents.rows()) {
                throw BackupFile.damaged(contents.entry());
            }
        }
    }

    /** In one commit, and as part of it the sequences too: {@code setval} would not be undone. */
    private static void restart(Connection connection, List<Manifest.Counter> counters) throws SQLException {
        for (Manifest.Counter counter : counters) {
            Server.execute(
                    connection, "alter sequence " + Catalog.quote(counter.name()) + " restart with " + counter.next());
        }
    }

    private void takeOver(DataSource source) throws SQLException {
        try (Connection beside = source.getConnection();
                Connection connection = Server.of(access).getConnection()) {
            Catalog aside = Catalog.of(beside);
            connection.setAutoCommit(false);
            Server.execute(
                    connection,
                    "truncate "
                            + aside.tables().stream().map(Catalog.Table::quoted).collect(Collectors.joining(", ")));
            for (Catalog.Table table : aside.tables()) {
                Server.execute(
                        connection,
                        "insert into " + table.quoted() + " (" + table.quotedColumns()
                                + ") overriding system value select " + table.quotedColumns() + " from " + ASIDE + "."
                                + table.quoted());
            }
            restart(connection, Backup.counters(beside, aside.sequences()));
            connection.commit();
        }
    }

    /** Says how much of the file has been taken in. */
    private final class Followed {
        private static final long STRIDE = 1 << 20;

        private final long all;
        private long done;

        Followed(long all) {
            this.all = all;
        }

        InputStream through(InputStream rows) {
            return new FilterInputStream(rows) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int read = in.read(bytes, from, length);
                    long before = done / STRIDE;
                    done += Math.max(0, read);
                    if (done / STRIDE > before) {
                        progress.at(done, all);
                    }
                    return read;
                }
            };
        }
    }
}
