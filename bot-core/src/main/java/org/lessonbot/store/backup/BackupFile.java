package org.lessonbot.store.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that has been read from its beginning to its end, and is what was written. */
public final class BackupFile implements AutoCloseable {
    /** What a zip begins with. */
    private static final byte[] MARK = {'P', 'K', 3, 4};

    private static final int LONGEST_MANIFEST = 16 << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Reads all of it.
     *
     * @throws BackupException if it is none, is not whole, or is of a later version of the program
     */
    public static BackupFile open(Path file) throws IOException, BackupException {
        try (InputStream start = Files.newInputStream(file)) {
            if (!Arrays.equals(start.readNBytes(MARK.length), MARK)) {
                throw new BackupException(BackupException.Reason.NO_BACKUP);
            }
        }
        try {
            return whole(new ZipFile(file.toFile()));
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw damaged(String.valueOf(broken.getMessage()));
        }
    }

    private static BackupFile whole(ZipFile zip) throws IOException, BackupException {
        boolean good = false;
        try {
            Manifest manifest = manifest(zip);
            for (Manifest.Contents table : manifest.tables()) {
                MessageDigest digest = Digests.sha256();
                try (InputStream rows = new DigestInputStream(entry(zip, table.entry()), digest)) {
                    rows.transferTo(OutputStream.nullOutputStream());
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                    throw damaged(table.entry());
                }
            }
            good = true;
            return new BackupFile(zip, manifest);
        } finally {
            if (!good) {
                zip.close();
            }
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, BackupException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupException(BackupException.Reason.NO_BACKUP);
        }
        byte[] bytes;
        try (InputStream stream = zip.getInputStream(entry)) {
            bytes = stream.readNBytes(LONGEST_MANIFEST);
        }
        CRC32 check = new CRC32();
        check.update(bytes);
        if (check.getValue() != entry.getCrc()) {
            throw damaged(Manifest.ENTRY);
        }
        JsonMapper mapper = new JsonMapper();
        if (mapper.readTree(bytes).path("format").asInt() != Manifest.FORMAT) {
            throw new BackupException(BackupException.Reason.NEWER);
        }
        return mapper.readValue(bytes, Manifest.class);
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException, BackupException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        return Objects.requireNonNull(zip.getInputStream(entry));
    }

    static BackupException damaged(String what) {
        return new BackupException(BackupException.Reason.DAMAGED, what);
    }

    /** When it was made, in UTC, as in {@code 2026-11-29T18:00:00Z}. */
    public String made() {
        return manifest.made();
    }

    Manifest manifest() {
        return manifest;
    }

    /** The rows of a table, as COPY wrote them; whoever asks closes it. */
    InputStream rows(Manifest.Contents table) throws IOException, BackupException {
        return entry(zip, table.entry());
    }

    long bytes() {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }

    List<Manifest.Contents> tables() {
        return manifest.tables();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
