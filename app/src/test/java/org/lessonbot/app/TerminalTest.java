package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.plan.Phrasebook;

class TerminalTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            Phrasebook.of("en"),
            Map.of(),
            Path.of(""));

    @Test
    void aNewFileIsForWhoeverAskedForItAlone() throws IOException {
        Path file = folder.resolve("report.html");

        terminal.write("names".getBytes(StandardCharsets.UTF_8), file);

        assertThat(file).hasContent("names");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(file.toString());
    }

    @Test
    void aFileThatWasOpenedToOthersStaysSo() throws IOException {
        Path file = folder.resolve("handout.html");
        Files.writeString(file, "the last one, which was longer");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        terminal.write("new".getBytes(StandardCharsets.UTF_8), file);

        assertThat(file).hasContent("new");
        assertThat(rights(file)).isEqualTo("rw-r--r--");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
