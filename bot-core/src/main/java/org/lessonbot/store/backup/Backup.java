package org.lessonbot.store.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lessonbot.store.Database;
import org.lessonbot.store.OwnerOnly;
import org.lessonbot.store.Schema;
import org.postgresql.PGConnection;

/**
 * Writes a backup: a zip with a file a table, as the database was at one moment, while lessons go on in it. Its last entry says
 * what there must be. Only its owner may read it, for it holds what pupils wrote.
 */
public final class Backup {
    private final Connection connection;
    private final Catalog catalog;
    private final Progress progress;
    private final long all;
    private long done;

    private Backup(Connection connection, Catalog catalog, Progress progress) {
        this.connection = connection;
        this.catalog = catalog;
        this.progress = progress;
        this.all = Math.max(
                1, catalog.tables().stream().mapToLong(Catalog.Table::bytes).sum());
    }

    /**
     * What was written.
     *
     * @param rows of all tables
     */
    public record Written(long lessons, long rows, long bytes) {}

    /**
     * Writes all that the database holds.
     *
     * @param file which must not be there yet; it appears when it is whole
     * @throws FileAlreadyExistsException if it is there
     * @throws BackupException if there are no tables yet, or the database fails
     */
    public static Written write(Database.Access access, Path file, Progress progress)
            throws IOException, BackupException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path draft = Path.of(file + ".part");
        Files.deleteIfExists(draft);
        OwnerOnly.create(draft);
        try (Connection connection = Server.of(access).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // All statements see the database as the first one finds it. Behind a pooler the session is not ours.
            statement.execute("set transaction isolation level repeatable read, read only");
            Catalog catalog = Catalog.of(connection);
            if (!catalog.owners().contains(Schema.CORE.owner())) {
                throw new BackupException(BackupException.Reason.NOTHING_THERE);
            }
            Manifest manifest = new Backup(connection, catalog, progress).write(draft);
            connection.rollback();
            Files.move(draft, file);
            return new Written(
                    manifest.tables().stream()
                            .filter(table -> table.name().equals("lesson"))
                            .mapToLong(Manifest.Contents::rows)
                            .sum(),
                    manifest.tables().stream()
                            .mapToLong(Manifest.Contents::rows)
                            .sum(),
                    Files.size(file));
        } catch (SQLException failure) {
            throw BackupException.failed(failure);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest write(Path draft) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
            List<Manifest.Contents> tables = new ArrayList<>();
            for (Catalog.Table table : catalog.tables()) {
                if (!table.unlogged()) {
                    tables.add(write(zip, table));
                }
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    versions(connection, catalog.owners()),
                    tables,
                    counters(connection, catalog.sequences()));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private Manifest.Contents write(ZipOutputStream zip, Catalog.Table table) throws IOException, SQLException {
        Manifest.Contents before = new Manifest.Contents(table.name(), table.columns(), 0, "");
        MessageDigest digest = Digests.sha256();
        zip.putNextEntry(new ZipEntry(before.entry()));
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy " + table.quoted() + " (" + table.quotedColumns() + ") to stdout",
                        new DigestOutputStream(new Followed(zip, table.bytes()), digest));
        zip.closeEntry();
        done += table.bytes();
        progress.at(done, all);
        return new Manifest.Contents(
                table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** Says how much of a table went by; its text may be longer than the table. */
    private final class Followed extends FilterOutputStream {
        private static final long STRIDE = 1 << 20;

        private final long most;
        private long passed;

        Followed(OutputStream out, long most) {
            super(out);
            this.most = most;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            long before = passed / STRIDE;
            passed += length;
            if (passed / STRIDE > before) {
                progress.at(done + Math.min(passed, most), all);
            }
        }
    }

    static Map<String, String> versions(Connection connection, Set<String> owners) throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        for (String owner : owners) {
            String newest = "select version from " + Catalog.quote(Schema.HISTORY + owner)
                    + " where success and version is not null order by installed_rank desc limit 1";
            Server.first(connection, newest).ifPresent(version -> versions.put(owner, version));
        }
        return versions;
    }

    /** Sequences keep to no transaction: read after the tables' moment, each is at what stands in them or beyond it. */
    static List<Manifest.Counter> counters(Connection connection, List<String> sequences) throws SQLException {
        List<Manifest.Counter> counters = new ArrayList<>();
        for (String name : sequences) {
            String next = "select last_value + case when is_called then 1 else 0 end from " + Catalog.quote(name);
            counters.add(new Manifest.Counter(
                    name, Long.parseLong(Server.first(connection, next).orElseThrow())));
        }
        return counters;
    }
}
