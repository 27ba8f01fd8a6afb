package org.lessonbot.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.Schema;
import org.lessonbot.store.SignOfLife;
import org.lessonbot.store.TestDatabase;

/** All that a database holds goes into a file and comes out of it, or nothing changes. */
class BackupTest {
    private static final String ODD = "a\tb\\N\nc \\. ü 🦉 ';--";

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenStandsInAnotherDatabaseRowForRow() throws Exception {
        try (Migrated from = Migrated.fresh();
                TestDatabase to = TestDatabase.fresh()) {
            from.database().jdbi().useHandle(BackupTest::holdClass);
            Path file = folder.resolve("backup.zip");
            Backup.Written written = Backup.write(from.database().access(), file, (done, all) -> {});

            assertThat(written.lessons()).isEqualTo(1);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
            assertThatThrownBy(() -> Backup.write(from.database().access(), file, (done, all) -> {}))
                    .isInstanceOf(FileAlreadyExistsException.class);

            restore(to, file, false);
            assertThat(rows(jdbi(to)))
                    .isEqualTo(rows(from.database().jdbi()))
                    .hasSizeGreaterThan(15)
                    .hasEntrySatisfying(
                            "entry", rows -> assertThat(rows.toString()).contains("🦉"));
            // Numbers go on where they were, not where the rows end.
            assertThat(jdbi(to).withHandle(BackupTest::newLesson)).isEqualTo(3);
        }
    }

    @Test
    void lessonsThatGoOnMeanwhileAreWrittenAsTheyWereAtOneMoment() throws Exception {
        try (Migrated from = Migrated.fresh();
                TestDatabase to = TestDatabase.fresh()) {
            from.database().jdbi().useHandle(BackupTest::holdClass);
            Path file = folder.resolve("backup.zip");
            AtomicLong added = new AtomicLong();
            Backup.write(from.database().access(), file, (done, all) -> {
                // Between any two tables somebody starts a lesson: no part of it may be in the file.
                from.database().jdbi().useHandle(handle -> {
                    handle.execute("update lesson set room = room || '-moved'");
                    added.addAndGet(newLesson(handle));
                });
            });

            assertThat(added).hasPositiveValue();
            restore(to, file, false);
            assertThat(rows(jdbi(to)).get("lesson")).hasSize(1);
        }
    }

    @Test
    void aFileThatIsCutShortOrChangedIsRefusedBeforeAnythingIsTouched() throws Exception {
        try (Migrated from = Migrated.fresh();
                TestDatabase to = TestDatabase.fresh()) {
            from.database().jdbi().useHandle(BackupTest::holdClass);
            Path file = folder.resolve("backup.zip");
            Backup.write(from.database().access(), file, (done, all) -> {});
            byte[] good = Files.readAllBytes(file);
            for (int length : List.of(0, 3, 4, 100, good.length / 2, good.length - 60, good.length - 1)) {
                assertThatThrownBy(opening(Arrays.copyOf(good, length)))
                        .as("the first %d of %d bytes", length, good.length)
                        .isInstanceOf(BackupException.class);
            }
            // What a zip says twice may be changed in one place and still be told; what is read is never another.
            Manifest whole = manifest(file);
            int refused = 0;
            for (int place = 0; place < good.length; place += 7) {
                byte[] bad = good.clone();
                bad[place] ^= 0x10;
                Path changed = Files.write(folder.resolve("changed.zip"), bad);
                try {
                    assertThat(manifest(changed)).isEqualTo(whole);
                } catch (BackupException told) {
                    refused++;
                }
            }
            assertThat(refused).isGreaterThan(good.length / 14);
            assertThatThrownBy(opening("lesson,answer\n".getBytes()))
                    .hasMessageContaining(BackupException.Reason.NO_BACKUP.name());
            assertThat(rows(jdbi(to))).isEmpty();
        }
    }

    @Test
    void whatADatabaseHoldsIsReplacedOnlyWhenThatIsSaidAndIsWholeWhenItFails() throws Exception {
        try (Migrated from = Migrated.fresh();
                Migrated to = Migrated.fresh()) {
            from.database().jdbi().useHandle(BackupTest::holdClass);
            Path file = folder.resolve("backup.zip");
            Backup.write(from.database().access(), file, (done, all) -> {});
            to.database().jdbi().useHandle(handle -> {
                edition(handle);
                newLesson(handle);
                handle.execute("update lesson set room = 'kept'");
            });
            Map<String, List<String>> before = rows(to.database().jdbi());

            assertThatThrownBy(() -> restore(to.server(), file, false))
                    .hasMessageContaining(BackupException.Reason.NOT_EMPTY.name())
                    .hasMessageContaining("lesson");
            try (SignOfLife living = new SignOfLife(to.database())) {
                living.renew();
                assertThatThrownBy(() -> restore(to.server(), file, true))
                        .hasMessageContaining(BackupException.Reason.IN_USE.name());
            }
            // Somebody's own rule lets nobody in.
            to.database().jdbi().useHandle(handle -> handle.execute("alter table entry add check (step = 'never')"));
            assertThatThrownBy(() -> restore(to.server(), file, true)).hasMessageContaining("check");
            assertThat(rows(to.database().jdbi())).isEqualTo(before);

            to.database()
                    .jdbi()
                    .useHandle(handle -> handle.execute("alter table entry drop constraint entry_step_check"));
            restore(to.server(), file, true);
            assertThat(rows(to.database().jdbi()))
                    .isEqualTo(rows(from.database().jdbi()));
            assertThat(to.database()
                            .jdbi()
                            .<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                            "select nspname from pg_namespace where nspname like 'lesson%'")
                                    .mapTo(String.class)
                                    .list()))
                    .isEmpty();
        }
    }

    @Test
    void aBackupOfAnEarlierVersionIsBroughtToThisOne() throws Exception {
        try (TestDatabase from = TestDatabase.fresh();
                TestDatabase to = TestDatabase.fresh()) {
            Database.migrate(Server.of(access(from)), Schema.CORE, "10");
            jdbi(from).useHandle(BackupTest::holdEarlierClass);
            Path file = folder.resolve("backup.zip");
            Backup.write(access(from), file, (done, all) -> {});

            restore(to, file, false);
            try (Database database = Migrated.open(to, 2)) {
                assertThat(database.isMigrated()).isTrue();
            }
            assertThat(rows(jdbi(to)).get("entry")).isEqualTo(rows(jdbi(from)).get("entry"));
            assertThat(rows(jdbi(to)).get("entry_log")).hasSize(2);
        }
    }

    @Test
    void aBackupOfALaterVersionIsRefused() throws Exception {
        try (Migrated from = Migrated.fresh();
                TestDatabase to = TestDatabase.fresh()) {
            from.database()
                    .jdbi()
                    .useHandle(handle -> handle.execute("update migration_core set version = '999'"
                            + " where installed_rank = (select max(installed_rank) from migration_core)"));
            Path file = folder.resolve("backup.zip");
            Backup.write(from.database().access(), file, (done, all) -> {});

            assertThatThrownBy(() -> restore(to, file, false))
                    .hasMessageContaining(BackupException.Reason.NEWER.name());
            assertThat(rows(jdbi(to))).isEmpty();
            assertThatThrownBy(() -> restore(from.server(), file, true))
                    .hasMessageContaining(BackupException.Reason.DATABASE_NEWER.name());
        }
    }

    @Test
    void anEmptyDatabaseHasNothingToBackUp() {
        try (TestDatabase from = TestDatabase.fresh()) {
            assertThatThrownBy(() -> Backup.write(access(from), folder.resolve("backup.zip"), (done, all) -> {}))
                    .hasMessageContaining(BackupException.Reason.NOTHING_THERE.name());
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static void restore(TestDatabase to, Path file, boolean replace) throws Exception {
        try (BackupFile backup = BackupFile.open(file)) {
            new Restore(access(to), List.of(Schema.CORE), (done, all) -> {}).from(backup, replace);
        }
    }

    private ThrowingCallable opening(byte[] bytes) {
        return () -> manifest(Files.write(folder.resolve("bad.zip"), bytes));
    }

    private static Manifest manifest(Path file) throws IOException, BackupException {
        try (BackupFile backup = BackupFile.open(file)) {
            return backup.manifest();
        }
    }

    private static Database.Access access(TestDatabase server) {
        return new Database.Access(server.jdbcUrl(), server.user(), server.password());
    }

    private static Jdbi jdbi(TestDatabase server) {
        return Jdbi.create(server.jdbcUrl(), server.user(), server.password());
    }

    private static void holdClass(Handle handle) {
        holdEarlierClass(handle);
        handle.execute("insert into entry_log select * from entry");
    }

    private static void holdEarlierClass(Handle handle) {
        edition(handle);
        newLesson(handle);
        // A number that was given and is gone stays given.
        newLesson(handle);
        handle.execute("delete from lesson where id = 2");
        handle.execute(
                "insert into round (lesson, step, number, phase, deal) values (1, 's', 1, 'OPEN', '{\"a\":\"\\u00fc\"}')");
        handle.execute("insert into participant (lesson, person, name, role) values (1, 'p', ?, 'STUDENT')", ODD);
        handle.execute(
                "insert into entry (lesson, step, round, owner, field, value, person) values (1, 's', 1, 'p', 'f', ?, 'p')",
                ODD);
        handle.execute("update entry set value = value || 'x'");
        handle.execute("insert into post (lesson, slot, place, step, round) values (1, 'x', 'ROOM', 's', 1)");
        handle.execute(
                "insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                        + " values ('t', 'i', '\\xdeadbeef', now(), false, 1)");
    }

    private static void edition(Handle handle) {
        handle.execute("insert into edition (hash, body) values ('e', '{}')");
    }

    private static long newLesson(Handle handle) {
        return handle.createQuery("insert into lesson (platform, room, edition, pace, status, seed, step, round)"
                        + " values ('web', gen_random_uuid(), 'e', 'LIVE', 'RUNNING', 11, 's', 1) returning id")
                .mapTo(Long.class)
                .one();
    }

    /** Of each table that is there, its rows as text. */
    private static Map<String, List<String>> rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : handle.createQuery("select relname from pg_class"
                            + " where relnamespace = current_schema()::regnamespace and relkind = 'r'"
                            + " and relname not like 'migration%'")
                    .mapTo(String.class)
                    .list()) {
                rows.put(
                        table,
                        handle.createQuery("select t::text from " + table + " t order by 1")
                                .mapTo(String.class)
                                .list());
            }
            return rows;
        });
    }
}
