package org.lessonbot.store.embedded;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The data of one server, in its folder: the cluster itself, the password and the log.
 *
 * @param folder the data folder; absolute, without symbolic links
 * @param binaries the programs to run on it
 * @param runAs how to run them
 */
record Cluster(Path folder, Binaries binaries, RunAs runAs) {

    static final String USER = "lessonbot";

    private static final int PASSWORD_BYTES = 24;
    private static final int INITDB_MINUTES = 10;
    private static final int BUILTIN_SINCE = 17;
    private static final int HASHES_SINCE = 16;

    static Path dataIn(Path folder) {
        return folder.resolve("cluster");
    }

    Path data() {
        return dataIn(folder);
    }

    ServerLog log() {
        return new ServerLog(folder.resolve("server.log"));
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    /** The password of {@link #USER}, chosen when the cluster was created. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new EmbeddedPostgresException(String.format(
                    Locale.ROOT,
                    "The password of the database in %s is missing. Bring the file %s back from a copy of that folder.",
                    folder,
                    passwordFile()));
        }
        return Files.readString(passwordFile());
    }

    /** Creates the cluster unless there is one. It gets its name last, so a half-made one is never taken for whole. */
    void createIfMissing(Consumer<String> progress) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            checkVersion();
            runAs.handOver(data());
            return;
        }
        progress.accept("Creating the database in " + folder);
        Path draft = folder.resolve("cluster.draft");
        Folders.delete(draft);
        Files.createDirectory(
                draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.handOver(draft);
        writePassword();
        initdb(draft);
        Folders.publish(draft, data());
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file = FileChannel.open(passwordFile(), Set.of(CREATE_NEW, WRITE, DSYNC), ownerOnly)) {
            file.write(ByteBuffer.wrap(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
        }
        runAs.handOver(passwordFile());
    }

    /** The built-in locale sorts the same on every machine and after every upgrade of its C library. PostgreSQL has it from 17 on. */
    private List<String> locale() throws IOException {
        return Integer.parseInt(binaries.majorVersion()) < BUILTIN_SINCE
                ? List.of("--locale=C.UTF-8")
                : List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }

    /**
     * Thousands of hashes at every login protect passwords that could be guessed. Ours is random, and each of a pool's connections
     * would pay for them. PostgreSQL lets one choose from 16 on.
     */
    private List<String> fewerHashes() throws IOException {
        return Integer.parseInt(binaries.majorVersion()) < HASHES_SINCE
                ? List.of()
                : List.of("--set=scram_iterations=1");
    }

    private void initdb(Path draft) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums",
                "--no-instructions"));
        command.addAll(locale());
        command.addAll(fewerHashes());
        ServerLog.Mark before = log().mark();
        Process initdb = runAs.start(command, log().file().toFile());
        try {
            if (initdb.waitFor(INITDB_MINUTES, TimeUnit.MINUTES) && initdb.exitValue() == 0) {
                return;
            }
        } finally {
            initdb.destroyForcibly();
        }
        throw new EmbeddedPostgresException(String.format(
                Locale.ROOT,
                "The database in %s could not be created. Is the disk full, or the folder closed to writing? %s",
                folder,
                before.quote()));
    }

    private void checkVersion() throws IOException, InterruptedException {
        String made = Files.readString(data().resolve("PG_VERSION")).strip();
        String ours = binaries.majorVersion();
        if (!made.equals(ours)) {
            throw new EmbeddedPostgresException(String.format(Locale.ROOT, """
                    The database in %s was made by PostgreSQL %s, but this program brings PostgreSQL %s. \
                    Use the program's version that made it, or move the data over by pg_dump and pg_restore.""", folder, made, ours));
        }
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** What a running server says of itself: its process, and whether it takes connections yet. */
    boolean isReady(long pid) throws IOException {
        List<String> lines = pidFileLines();
        return lines.size() >= 8
                && lines.get(0).equals(Long.toString(pid))
                && lines.get(7).startsWith("ready");
    }

    private List<String> pidFileLines() throws IOException {
        try {
            return Files.readAllLines(pidFile());
        } catch (NoSuchFileException noServer) {
            return List.of();
        }
    }

    /**
     * Stops a server that an earlier run of the program left behind. Of a dead one PostgreSQL clears the traces by
     * itself, unless the number of its process has since gone to another program.
     */
    void stopOrphan(Consumer<String> progress) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = pidFileLines().stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        Optional<String[]> arguments = process.flatMap(handle -> handle.info().arguments());
        if (arguments.isEmpty()) {
            return;
        }
        if (List.of(arguments.get()).contains(data().toString())) {
            progress.accept("Stopping the database server that was left running on " + folder);
            ServerProcess.stop(process.orElseThrow());
        } else {
            Files.delete(pidFile());
        }
    }
}
