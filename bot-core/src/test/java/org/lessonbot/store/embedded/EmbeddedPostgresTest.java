package org.lessonbot.store.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.store.TestDatabase;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Each test has servers of its own and waits for them, so they run side by side. */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedPostgresTest {

    private static final String SAVE = "CREATE TABLE kept AS SELECT 'a vote' AS entry";
    private static final String LOAD = "SELECT entry FROM kept";

    @TempDir
    private Path temporary;

    /** Where the tests run as root, the server runs as somebody else, who must get in. */
    @BeforeEach
    void openToTheServersUser() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aNewServerIsDurableAndClosedToOthers() throws Exception {
        try (EmbeddedPostgres postgres = start(temporary.resolve("a folder"))) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "SHOW unix_socket_directories")).isEmpty();
            assertThat(query(postgres, "SELECT lower('ÄŁ')")).isEqualTo("äł");
            assertThat(query(postgres, "SELECT rolpassword FROM pg_authid WHERE rolname = current_user"))
                    .as("hashed once at every login")
                    .startsWith("SCRAM-SHA-256$1:");
            assertThat(Files.getPosixFilePermissions(postgres.folder().resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "a guess"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void dataOutlivesAStop() throws Exception {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        ProcessHandle server;
        try (EmbeddedPostgres postgres = start(temporary)) {
            execute(postgres, SAVE);
            server = ProcessHandle.of(postgres.pid()).orElseThrow();
        }
        assertThat(server.isAlive()).isFalse();

        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThat(query(postgres, LOAD)).isEqualTo("a vote");
        }
    }

    @Test
    void aServerKilledWhileInUseComesBackOnItsPort() throws Exception {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        try (EmbeddedPostgres postgres = start(temporary)) {
            execute(postgres, SAVE);
            int port = postgres.port();
            long pid = postgres.pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            assertThat(queryOnceBack(postgres, LOAD)).isEqualTo("a vote");
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(postgres.pid()).isNotEqualTo(pid);
        }
    }

    @Test
    void dataOutlivesAProgramKilledWithoutWarning() throws Exception {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        Process program = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = program.inputReader()) {
            assertThat(output.lines()).as("what the program says last").contains("saved");
        }
        assertThat(program.waitFor(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThat(query(postgres, LOAD)).isEqualTo("a vote");
        }
    }

    /** A program that saves something and is gone in the next instant. */
    static final class KilledProgram {

        public static void main(String[] arguments) throws SQLException {
            execute(start(Path.of(arguments[0])), SAVE);
            System.out.println("saved");
            System.out.flush();
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void aServerLeftRunningIsStoppedAtTheNextStart() throws Exception {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        ServerProcess left = launchAlone(temporary);

        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThat(left.awaitEnd()).as("it stopped by itself").isZero();
            assertThat(postgres.pid()).isNotEqualTo(left.pid());
        }
    }

    @Test
    void aServerKilledTogetherWithItsProgramRecoversAtTheNextStart() throws Exception {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        ServerProcess left = launchAlone(temporary);
        ProcessHandle.of(left.pid()).orElseThrow().destroyForcibly();
        left.awaitEnd();

        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThat(query(postgres, "SELECT 'back'")).isEqualTo("back");
        }
    }

    @Test
    void theNumberOfADeadServerMayBelongToAnotherProgramByNow() throws Exception {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        // Reads what nobody writes, for as long as it takes.
        Process other = new ProcessBuilder("cat").start();
        try {
            Files.write(
                    temporary.resolve("cluster/postmaster.pid"),
                    List.of(
                            Long.toString(other.pid()),
                            temporary.resolve("cluster").toString()));

            try (EmbeddedPostgres postgres = start(temporary)) {
                assertThat(query(postgres, "SELECT 'back'")).isEqualTo("back");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatUsesIt() throws IOException {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThatExceptionOfType(EmbeddedPostgresException.class)
                    .isThrownBy(() -> start(temporary))
                    .withMessageContaining(temporary.toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(postgres.folder()).isEqualTo(temporary);
        }
    }

    @Test
    void aHalfMadeClusterIsMadeAnew() throws Exception {
        Files.createDirectories(temporary.resolve("cluster.draft/base"));
        Files.writeString(temporary.resolve("cluster.draft/PG_VERSION"), "17\n");
        Files.writeString(temporary.resolve("password"), "");

        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThat(query(postgres, "SELECT 'whole'")).isEqualTo("whole");
        }
    }

    @Test
    void aClusterOfAnotherVersionIsLeftAloneWithWordsWhy() throws IOException {
        Path version = Files.createDirectories(temporary.resolve("cluster")).resolve("PG_VERSION");
        Files.writeString(version, "12\n");

        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(() -> start(temporary))
                .withMessageContaining("was made by PostgreSQL 12, but this program brings PostgreSQL ");
    }

    @Test
    void aStartThatFailsQuotesTheServersLog() throws IOException {
        PreparedCluster.copyTo(temporary, TestDatabase.sharedBinaries());
        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(new EmbeddedPostgres.Options(
                        temporary, TestDatabase.sharedBinaries(), Map.of("max_connections", "many"), progress -> {})))
                .withMessageContaining(temporary.toString())
                .withMessageContaining("invalid value for parameter \"max_connections\"");
    }

    @Test
    void halfUnpackedBinariesAreUnpackedAnew() throws IOException {
        URL archive = archiveOf("bin/postgres", "#!/bin/sh\necho 'postgres (PostgreSQL) 17.11'\n");
        Path home = temporary.resolve("postgres-0");
        Path program = Binaries.unpackedAt(home, archive, progress -> {}).program("postgres");
        Files.delete(program);
        Path draft = Files.createDirectory(temporary.resolve("postgres-0.draft"));
        Files.writeString(draft.resolve("rest"), "of an unpacking that was killed");

        Binaries binaries = Binaries.unpackedAt(home, archive, progress -> {});

        assertThat(binaries.home()).isEqualTo(home);
        assertThat(binaries.majorVersion()).isEqualTo("17");
        assertThat(home.resolve("rest")).doesNotExist();
    }

    /** Packed as PostgreSQL's are, and unpacked in no time. */
    private URL archiveOf(String name, String text) throws IOException {
        Path archive = temporary.resolve("programs.txz");
        byte[] content = text.getBytes(US_ASCII);
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new XZOutputStream(Files.newOutputStream(archive), new LZMA2Options()))) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setMode(0755);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return archive.toUri().toURL();
    }

    @Test
    void aFolderThatOnlyItsOwnerCanReachWorksToo() throws Exception {
        assumeThat(new ProcessBuilder("unshare", "-U", "true").start().waitFor())
                .as("root needs user namespaces for it, which not every container allows")
                .isZero();
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));

        try (EmbeddedPostgres postgres = start(temporary)) {
            assertThat(query(postgres, "SELECT 'open'")).isEqualTo("open");
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(
                new EmbeddedPostgres.Options(folder, TestDatabase.sharedBinaries(), Map.of(), progress -> {}));
    }

    /** A server without the program that watches it. */
    private static ServerProcess launchAlone(Path folder) throws IOException, InterruptedException {
        Binaries binaries = Binaries.unpackedIn(TestDatabase.sharedBinaries(), progress -> {});
        RunAs runAs = RunAs.choose(binaries.program("postgres"), folder, Cluster.dataIn(folder));
        ServerProcess server = ServerProcess.launch(new Cluster(folder, binaries, runAs), Keeper.freePort(), Map.of());
        server.awaitReady();
        return server;
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        // However long it takes: every pool sets its own limit as that of the whole JVM.
        return DriverManager.getConnection(
                postgres.jdbcUrl() + "?loginTimeout=0", postgres.user(), postgres.password());
    }

    private static String queryOnceBack(EmbeddedPostgres postgres, String sql) throws SQLException {
        long deadline = System.nanoTime() + DrivenTime.HANGS.toNanos();
        while (true) {
            try {
                return query(postgres, sql);
            } catch (SQLException stillDown) {
                if (System.nanoTime() > deadline) {
                    throw stillDown;
                }
                DrivenTime.lookAgainSoon();
            }
        }
    }
}
