package org.lessonbot.store.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path into a folder named after the archive's content.
 * Many clusters and many programs may share one such folder: it appears whole, by a rename, and is never changed.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

    /** Written last: how many files there are and their bytes, which tells a damaged folder from a whole one. */
    private static final String CONTENTS = "contents";

    private static final int OWNER_MAY_EXECUTE = 0100;

    /** Of the archive on the class path, once it is known: all of it is read for that. */
    private static @Nullable String fingerprint;

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The first number of the version, which is the one that data files depend on. */
    String majorVersion() throws IOException {
        Process version = new ProcessBuilder(program("postgres").toString(), "--version").start();
        try (InputStream output = version.getInputStream()) {
            return new String(output.readAllBytes(), US_ASCII).replaceFirst("(?s)\\D*(\\d+).*", "$1");
        }
    }

    static Binaries unpackedIn(Path store, Consumer<String> progress) throws IOException {
        URL archive = archive();
        return unpackedAt(store.resolve("postgres-" + fingerprintOnce(archive)), archive, progress);
    }

    static Binaries unpackedAt(Path home, URL archive, Consumer<String> progress) throws IOException {
        if (!isWhole(home)) {
            Folders.create(home.resolveSibling(""));
            unpackOnce(archive, home, progress);
        }
        return new Binaries(home);
    }

    /** Synchronized because a file lock keeps out other programs, not other threads of this one. */
    private static synchronized void unpackOnce(URL archive, Path home, Consumer<String> progress) throws IOException {
        try (FileChannel lock = FileChannel.open(home.resolveSibling(home.getFileName() + ".lock"), CREATE, WRITE)) {
            lock.lock();
            if (isWhole(home)) {
                return;
            }
            progress.accept("Unpacking PostgreSQL into " + home);
            Path draft = home.resolveSibling(home.getFileName() + ".draft");
            Folders.delete(draft);
            Folders.delete(home);
            unpack(archive, draft);
            Files.writeString(draft.resolve(CONTENTS), contents(draft));
            Folders.publish(draft, home);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive names a file outside its folder: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.resolveSibling(""));
                    unpack(tar, entry, file);
                }
            }
        }
        openToAll(target);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Whatever the umask says, because the server may run as another user than the program. */
    private static void openToAll(Path folder) throws IOException {
        for (Path path : Folders.everythingIn(folder)) {
            if (!Files.isSymbolicLink(path)) {
                String modes = Files.isExecutable(path) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes));
            }
        }
    }

    private static boolean isWhole(Path home) throws IOException {
        Path stated = home.resolve(CONTENTS);
        return Files.exists(stated) && Files.readString(stated).equals(contents(home));
    }

    private static String contents(Path home) throws IOException {
        long files = 0;
        long bytes = 0;
        for (Path path : Folders.everythingIn(home)) {
            if (Files.isRegularFile(path) && !path.endsWith(CONTENTS)) {
                files++;
                bytes += Files.size(path);
            }
        }
        return String.format(Locale.ROOT, "%d files, %d bytes%n", files, bytes);
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = String.format(Locale.ROOT, "postgres-%s-%s.txz", system, processor);
        URL archive = Binaries.class.getResource("/" + name);
        if (archive == null) {
            throw new EmbeddedPostgresException(String.format(Locale.ROOT, """
                    This build holds no PostgreSQL for this machine: %s is missing. \
                    Build on this kind of machine (Linux or macOS), or give the address of a PostgreSQL of your own.""", name));
        }
        return archive;
    }

    private static synchronized String fingerprintOnce(URL archive) throws IOException {
        String known = fingerprint == null ? fingerprint(archive) : fingerprint;
        fingerprint = known;
        return known;
    }

    /** Its checksum and length: enough to tell one release from another, and read in a fraction of what a digest takes. */
    private static String fingerprint(URL archive) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream packed = new CheckedInputStream(archive.openStream(), sum)) {
            long bytes = packed.transferTo(OutputStream.nullOutputStream());
            return String.format(Locale.ROOT, "%08x-%d", sum.getValue(), bytes);
        }
    }
}
