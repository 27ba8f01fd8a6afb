package org.lessonbot.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody else on this machine may read, wherever its file system can keep them from it. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /**
     * Makes an empty one.
     *
     * @throws FileAlreadyExistsException if it is there
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file));
    }

    private static FileAttribute<?>[] attributes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
