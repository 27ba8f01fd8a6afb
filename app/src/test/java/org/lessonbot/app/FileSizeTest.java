package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Tests run in their module's folder, so its parent holds all modules; beside their sources other tests come and go. */
    private static List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            for (Path folder : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(file -> new Source(file, lines(file)))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
