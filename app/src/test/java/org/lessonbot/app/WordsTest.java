package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lessonbot.app.settings.Key;
import org.lessonbot.app.settings.Keys;
import org.lessonbot.plan.Phrasebook;
import picocli.CommandLine;

/** The sentences of the command line: none is missing, none is left over. */
class WordsTest {
    private static final Pattern LITERAL = Pattern.compile("\"(cli\\.[a-z0-9.-]*[a-z0-9])\"");
    private static final Phrasebook ENGLISH = Phrasebook.of("en");

    @Test
    void everySentenceOfTheCommandLineIsThereAndIsSaid() throws IOException {
        Set<String> said = Keys.ALL.stream().map(Key::description).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                LITERAL.matcher(Files.readString(source)).results().forEach(match -> said.add(match.group(1)));
            }
        }
        Commands.line(new Terminal(
                System.out,
                System.err,
                (key, arguments) -> {
                    said.add(key);
                    return ENGLISH.say(key, arguments);
                },
                Map.of(),
                Path.of("")));

        assertThat(ENGLISH.keys()).filteredOn(key -> key.startsWith("cli.")).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void everyCommandCanBeAskedForHelp() {
        CommandLine line = CommandTest.line(new java.io.ByteArrayOutputStream(), Map.of(), Path.of(""));
        line.getSubcommands()
                .keySet()
                .forEach(name -> assertThat(line.execute(name, "--help")).isEqualTo(Exit.DONE));
        assertThat(line.execute("--version")).isEqualTo(Exit.DONE);
    }
}
