package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that show what a class sees, one a post, so that a review sees what a change does to it. With
 * {@code -Dgolden.update=true} they are written anew.
 */
final class Golden {
    private static final boolean WRITES = Boolean.getBoolean("golden.update");

    private final Path folder;
    private final String type;

    /** @param type the ending of the files' names */
    Golden(Path folder, String type) {
        this.folder = folder;
        this.type = type;
    }

    void check(String name, String source) throws IOException {
        Path file = folder.resolve(name + "." + type);
        String seen = withoutChance(source) + "\n";
        if (WRITES) {
            Files.createDirectories(folder);
            Files.writeString(file, seen);
        }
        assertThat(file).as("write it with -Dgolden.update=true").exists();
        assertThat(seen).as("what a class sees in %s", file).isEqualTo(Files.readString(file));
    }

    /** An image that is named by what it shows: how exactly it is drawn differs by the machine. */
    void keep(String name, byte[] image) {
        Path file = folder.resolve(name);
        if (WRITES) {
            write(file, image);
        }
        assertThat(file).as("write it with -Dgolden.update=true").exists();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Leaves out the numbers of lessons and drafts and the codes of people in the ids of buttons, and what pupils' texts differ by:
     * questions with as many upvotes stand in the order of their codes.
     */
    private static String withoutChance(String source) {
        return source.replaceAll("(?<![0-9a-z])[0-9a-z]{1,13}(?=/[a-z0-9-]{0,24}/\\d{1,4}/[a-z-]{1,16}/)", "#")
                .replaceAll("(?<=/draft/[a-z]{2,9}/)\\d+", "#")
                .replaceAll("(?<=/)[0-9a-f]{10}(?![0-9a-f])", "##########")
                .replace(Pupil.AGAIN, "")
                .strip();
    }
}
