package org.lessonbot.store.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * What the server and initdb print. A run of the program begins a new file and keeps the one before.
 *
 * @param file the log of this run
 */
record ServerLog(Path file) {

    private static final int QUOTED_LINES = 10;
    private static final int QUOTED_BYTES = 8192;

    void begin() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A place in the log, to quote later what was printed after it. */
    Mark mark() throws IOException {
        return new Mark(file, Files.exists(file) ? Files.size(file) : 0);
    }

    record Mark(Path file, long offset) {

        String quote() throws IOException {
            List<String> lines = since().lines().toList();
            return String.format(
                    Locale.ROOT,
                    "The last lines of %s:%n%s",
                    file,
                    String.join(
                            System.lineSeparator(),
                            lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size())));
        }

        boolean mentions(String words) throws IOException {
            return since().contains(words);
        }

        private String since() throws IOException {
            try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
                long from = Math.max(offset, log.length() - QUOTED_BYTES);
                log.seek(from);
                byte[] bytes = new byte[Math.toIntExact(Math.max(0, log.length() - from))];
                int read = log.read(bytes);
                return new String(bytes, 0, Math.max(0, read), StandardCharsets.UTF_8);
            }
        }
    }
}
