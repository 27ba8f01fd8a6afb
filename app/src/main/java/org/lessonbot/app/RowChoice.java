package org.lessonbot.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which rows of a table are wanted. */
final class RowChoice {
    @Option(names = "--where", paramLabel = "COLUMN=VALUE")
    private final List<String> where = new ArrayList<>();

    /** The values that are wanted of a column, by column; none for all rows. */
    Map<String, Set<String>> wanted(Terminal terminal) {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (String condition : where) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw new FailureException(terminal.words().say("cli.import.where-what", condition));
            }
            wanted.computeIfAbsent(condition.substring(0, equals).strip(), column -> new HashSet<>())
                    .add(condition.substring(equals + 1).strip());
        }
        return wanted;
    }

    /** What stands in the table's file. */
    static String text(Path file, Terminal terminal) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException otherwise) {
            throw new FailureException(terminal.words().say("cli.import.not-utf8", file), otherwise);
        }
    }
}
