package org.lessonbot.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: deleted, or put in their place so that a crash leaves either nothing or everything. */
final class Folders {

    private Folders() {}

    /** Creates what is missing of the path; a symbolic link to a folder is as good as a folder. */
    static Path create(Path folder) throws IOException {
        return (Files.isDirectory(folder) ? folder : Files.createDirectories(folder)).toRealPath();
    }

    static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : everythingIn(folder).stream()
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(path);
            }
        }
    }

    /** Renames, and has the disk remember the new name: what is later written inside must not outlive its folder. */
    static void publish(Path draft, Path place) throws IOException {
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(place.resolveSibling(""), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }
}
