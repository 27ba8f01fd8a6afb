package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that one can read in one go: the longest has at most 330 lines, and 19 of 20 stay under 300. */
class FileSizeTest {

    private record Source(Path path, int lines) {}

    @Test
    void noSourceFileIsTooLongToRead() throws IOException {
        assertThat(sources()).isNotEmpty().allMatch(source -> source.lines() <= 330, "at most 330 lines");
    }

    @Test
    void nineteenOfTwentySourceFilesAreShort() throws IOException {
        List<Source> all = sources();
        List<Source> longOnes =
                all.stream().filter(source -> source.lines() >= 300).toList();

        assertThat(longOnes).hasSizeLessThanOrEqualTo(all.size() / 20);
    }

    /** Tests run in their module's folder, so its parent holds all modules. */
    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            file.toString().contains("src") && !file.toString().contains("target"))
                    .map(file -> new Source(file, lines(file)))
                    .toList();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
