package org.lessonbot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Library;
import picocli.CommandLine.Parameters;

/** Which lessons a command is about: those beside the program, unless a folder is named. */
final class PromptsFolder {
    @Parameters(arity = "0..1", paramLabel = "DIR")
    private @Nullable Path named;

    /** @throws FailureException if there is no lesson in it */
    Path at(Terminal terminal) {
        Path folder = Optional.ofNullable(named).orElse(terminal.home().resolve("prompts"));
        if (!Files.isDirectory(folder) || Library.at(folder).ids().isEmpty()) {
            throw new FailureException(terminal.words().say("cli.prompts.none", folder));
        }
        return folder;
    }

    /** A fault as one line that an editor can follow: file, line, reason. */
    static String line(Path folder, ContentFault fault) {
        Path around = Library.isLesson(folder) ? folder.toAbsolutePath().resolveSibling("") : folder;
        Path here = Path.of("").toAbsolutePath();
        Path file = around.toAbsolutePath().resolve(fault.file()).normalize();
        String path = (file.startsWith(here) ? here.relativize(file) : file).toString();
        return new ContentFault(path, fault.line(), fault.reason()).toString();
    }
}
