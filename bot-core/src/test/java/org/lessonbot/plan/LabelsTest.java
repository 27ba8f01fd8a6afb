package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.chat.Limits;

/** What stands on a button, over a field or beside a command is short enough for every platform, in every language. */
class LabelsTest {
    private static final Path LOCALES = Path.of("src/main/resources/locale");
    /** Discord's description of a command or an option (API reference: application commands). */
    private static final int DESCRIPTION = 100;

    private static final String SAID = "(?:\\w+(?:\\(\\))?\\.)*say\\(\\s*\"([^\"]+)\"[^)]*\\)";
    private static final Pattern TITLE = Pattern.compile("new Form\\([^;]*?" + SAID);
    private static final Pattern FIELD =
            Pattern.compile("Form\\.Field\\s*\\.\\w+\\(\\s*[\\w.]+,\\s*" + SAID + "(?:,\\s*" + SAID + ")?");
    private static final Pattern BUTTON =
            Pattern.compile("(?:Button\\.\\w+|new Option|new Block\\.Link)\\([^;]*?" + SAID);

    static Stream<Phrasebook> languages() throws IOException {
        try (Stream<Path> files = Files.list(LOCALES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .map(Phrasebook::of)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void titlesAndFieldsOfForms(Phrasebook language) throws IOException {
        assertThat(keys(TITLE, 1)).hasSizeGreaterThan(5).allSatisfy(key -> fits(language, key, Limits.FORM_TITLE));
        assertThat(keys(FIELD, 1)).hasSizeGreaterThan(10).allSatisfy(key -> fits(language, key, Limits.FIELD_LABEL));
        assertThat(keys(FIELD, 2)).hasSizeGreaterThan(3).allSatisfy(key -> fits(language, key, Limits.FIELD_HINT));
        assertThat(List.of("send", "own.open", "club.form.show"))
                .allSatisfy(key -> fits(language, key, Limits.FORM_TITLE));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void buttons(Phrasebook language) throws IOException {
        assertThat(keys(BUTTON, 1)).hasSizeGreaterThan(30).allSatisfy(key -> fits(language, key, Limits.BUTTON_LABEL));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void descriptionsOfCommands(Phrasebook language) {
        assertThat(language.keys())
                .filteredOn(key -> key.startsWith("command.") || key.equals("discord.command"))
                .allSatisfy(key -> fits(language, key, DESCRIPTION));
    }

    /** Numbers in it are taken for short; what people or lessons call something is cut to fit. */
    private static void fits(Phrasebook language, String key, int most) {
        Object[] arguments = IntStream.range(0, 6).mapToObj(number -> 5).toArray();
        assertThat(language.say(key, arguments)).as(key).hasSizeBetween(1, most);
    }

    private static Set<String> keys(Pattern pattern, int group) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(group))
                        .filter(Objects::nonNull)
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
