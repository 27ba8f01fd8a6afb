package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lessonbot.chat.Words;

/** Why a file could not be read or written, in words that say what to do. */
final class FileFailures {
    private FileFailures() {}

    static String said(IOException failure, Words words) {
        if (!(failure instanceof FileSystemException about) || about.getFile() == null) {
            return words.say("cli.file.failed", String.valueOf(failure.getMessage()));
        }
        Path file = Path.of(about.getFile());
        if (failure instanceof NoSuchFileException) {
            return Optional.ofNullable(file.toAbsolutePath().getParent())
                    .filter(folder -> !Files.isDirectory(folder))
                    .map(folder -> words.say("cli.file.no-folder", folder))
                    .orElseGet(() -> words.say("cli.file.missing", file));
        }
        String reason =
                Optional.ofNullable(about.getReason()).orElse(about.getClass().getSimpleName());
        return failure instanceof AccessDeniedException
                ? words.say("cli.file.denied", file)
                : words.say("cli.file.unusable", file, reason);
    }
}
