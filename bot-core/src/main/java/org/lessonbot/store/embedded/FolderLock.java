package org.lessonbot.store.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One program at a time for a data folder; the operating system frees the lock even when the program is killed. */
final class FolderLock implements AutoCloseable {

    /** Closing any channel on a file frees this program's locks on it, so a second taker must not even open it. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!HELD_HERE.add(file)) {
            throw taken(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new FolderLock(file, locked(folder, file));
        } catch (IOException | RuntimeException failure) {
            HELD_HERE.remove(file);
            throw failure;
        }
    }

    private static FileChannel locked(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw taken(folder, Files.readString(file, US_ASCII));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static EmbeddedPostgresException taken(Path folder, String pid) {
        return new EmbeddedPostgresException(String.format(
                Locale.ROOT,
                "The data folder %s is in use by process %s. Stop that process, or choose another data folder.",
                folder,
                pid));
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
