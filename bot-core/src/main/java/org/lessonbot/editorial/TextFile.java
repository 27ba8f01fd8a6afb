package org.lessonbot.editorial;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file wholly or not at all: a reader sees the old text or the new one, and never a part. */
public final class TextFile {
    private TextFile() {}

    /**
     * A new file; folders on the way to it are made.
     *
     * @throws FileAlreadyExistsException if there is one of this name
     */
    public static void create(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = beside(file, text);
        try {
            Files.move(whole, file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** The file with another text. */
    public static void replace(Path file, String text) throws IOException {
        Path whole = beside(file, text);
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static Path beside(Path file, String text) throws IOException {
        String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".new";
        return Files.writeString(file.resolveSibling(name), text);
    }
}
