package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

/** A small disk that can be filled. Linux, as root. */
final class Disk implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final Path place;
    private final Path ballast;

    private Disk(Path place) {
        this.place = place;
        this.ballast = place.resolve("ballast");
    }

    /** Nothing where this user may not mount anything. */
    static Optional<Disk> of(int megabytes, Path place) throws IOException, InterruptedException {
        Files.createDirectories(place);
        String size = String.format(Locale.ROOT, "size=%dm,mode=755", megabytes);
        if (run("mount", "-t", "tmpfs", "-o", size, "tmpfs", place.toString()) != 0) {
            return Optional.empty();
        }
        Disk disk = new Disk(place);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
        return Optional.of(disk);
    }

    /** A folder on it, which anybody may enter. */
    Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(place.resolve(name));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] nothing = new byte[CHUNK];
        for (int size = CHUNK; size > 0; size /= 2) {
            try (OutputStream out =
                    Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(nothing, 0, size);
                }
            } catch (IOException full) {
                // As it should be.
            }
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    @Override
    public void close() {
        try {
            var unused = run("umount", "-l", place.toString());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
