package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Verb;

class PhrasebookTest {
    private static final Path LOCALES = Path.of("src/main/resources/locale");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z](?:[a-z0-9.-]*[a-z0-9])?)\"");
    /** What a key built in Java begins with: {@code "cli.key." + key}. */
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][a-z0-9.-]*\\.)\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z](?:[a-z0-9.-]*[a-z0-9])?)\"");

    private static final Pattern IN_PAGE = Pattern.compile("\\{\\{([a-z][a-z0-9-]*\\.[a-z0-9.-]+)}}");

    /** How the keys of most sentences begin that the class never reads. */
    private static final Pattern FOR_LEADERS = Pattern.compile(
            "(cli|console|draft|reasons|nudge|club\\.form|models\\.(trouble|failed|probe)|web\\.(preview|renew|console))\\..*"
                    + "|engine\\.(export|teacher)\\.(?!not-you).*|club\\.offer-old|slack\\.cannot-write");

    private static final Pattern LEADERS_PART = Pattern.compile("\\bleader \\{([^{}]*)}");
    private static final Pattern DU =
            Pattern.compile("(?<![.\\w])([Dd](u|ich|ir|eine?[mnrs]?)|[Ee](uch|ure?[mnrs]?))\\b");

    @Test
    void everySentenceSaidInJavaIsThere() throws IOException {
        assertThat(Phrasebook.of("en").keys())
                .containsAll(found(List.of(Path.of("")), ".java", SAID))
                .containsAll(found(everyModule(), ".html", IN_PAGE))
                .containsAll(commands());
    }

    @Test
    void everySentenceThatIsThereIsSaidSomewhere() throws IOException {
        Set<String> said = found(everyModule(), ".java", LITERAL);
        said.addAll(found(everyModule(), ".html", IN_PAGE));
        said.addAll(commands());
        Set<String> beginnings = found(everyModule(), ".java", BEGINNING);
        assertThat(Phrasebook.of("en").keys())
                .extracting(key -> key.replaceFirst("\\.club$", "")) // said in place of the same one in a class
                .allMatch(key -> said.contains(key) || beginnings.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyLanguageHasTheSameKeysAndArguments() throws IOException {
        TreeMap<String, Set<Object>> english = arguments("en");
        try (Stream<Path> files = Files.list(LOCALES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String language = file.getFileName().toString().replace(".properties", "");
                TreeMap<String, Set<Object>> others = arguments(language);
                Set<String> keys = new TreeSet<>(english.keySet());
                keys.addAll(others.keySet());
                keys.removeIf(key -> Objects.equals(english.get(key), others.get(key)));
                assertThat(keys)
                        .as("keys that %s lacks, or that have other arguments than in English", language)
                        .isEmpty();
            }
        }
    }

    /** The later one would be said in the place of both. */
    @Test
    void noSentenceStandsTwiceInAFile() throws IOException {
        try (Stream<Path> files = Files.list(LOCALES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                                .map(line -> line.substring(0, line.indexOf(" = "))))
                        .as("%s", file)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** The class is "du". What whoever leads or runs the bot reads alone, also as their own part of a sentence, says "Sie". */
    @Test
    void germanSaysSieToWhoeverLeads() throws IOException {
        TreeMap<String, String> german = sentences("de");
        Set<String> forLeaders = new TreeSet<>();
        german.forEach((key, sentence) -> {
            if (FOR_LEADERS.matcher(key).matches()) {
                forLeaders.add(sentence);
            }
            LEADERS_PART.matcher(sentence).results().forEach(part -> forLeaders.add(part.group(1)));
        });

        assertThat(forLeaders)
                .hasSizeGreaterThan(400)
                .noneMatch(said -> DU.matcher(said).find());
    }

    @Test
    void aLanguageWithoutAFileIsSpokenInTheNextWiderOne() {
        assertThat(Phrasebook.of("en-AU").say("welcome.join")).isEqualTo("Join");
        assertThat(Phrasebook.of("tlh").say("welcome.join")).isEqualTo("Join");
    }

    @Test
    void numbersChooseTheSentence() {
        Phrasebook english = Phrasebook.of("en");
        assertThat(english.say("welcome.joined", 0)).isEqualTo("Nobody has joined yet.");
        assertThat(english.say("welcome.joined", 1)).isEqualTo("1 person has joined.");
        assertThat(english.say("welcome.joined", 27)).isEqualTo("27 people have joined.");
        assertThat(english.say("preference.shift", 0, 1)).isEqualTo("The one person who chose again stayed.");
        assertThat(english.say("preference.shift", 0, 4)).isEqualTo("All 4 who chose again stayed with their choice.");
        assertThat(english.say("preference.shift", 2, 4)).isEqualTo("2 of 4 who chose again changed their mind.");
    }

    /** Of so many one has, and two have. */
    @ParameterizedTest(name = "{0}: {1}, {2} of 40: {3}")
    @CsvSource({
        "en, club.finished, 1, 1 of 40 has finished this part.",
        "en, club.finished, 40, 40 of 40 have finished this part.",
        "en, questions.progress, 1, 1 of 40 pairs has 3 questions",
        "en, questions.progress.club, 2, 2 of 40 people have 3 questions",
        "en, investigate.progress, 1, 1 of 40 pairs has answered",
        "en, investigate.progress.club, 1, 1 of 40 people has answered",
        "de, club.finished, 1, 1 von 40 ist mit diesem Teil fertig.",
        "de, club.finished, 40, 40 von 40 sind mit diesem Teil fertig.",
        "de, answered, 1, 1 von 40 hat geantwortet",
        "de, answered, 40, 40 von 40 haben geantwortet",
        "de, pairs-agreed, 1, 1 von 40 Teams war sich einig.",
        "de, questions.progress, 1, 1 von 40 Teams hat 3 Fragen",
        "de, questions.progress.club, 2, 2 von 40 Leuten haben 3 Fragen",
        "de, investigate.progress, 2, 2 von 40 Teams haben geantwortet",
        "de, investigate.progress.club, 1, 1 von 40 Leuten hat geantwortet",
        "de, close.shift, 1, 'Nach dem Gespräch hat sich 1 von 40 Stimmen geändert.'",
        "de, close.shift.club, 1, 'Nach dem Lesen einer fremden Begründung hat sich 1 von 40 Stimmen geändert.'",
    })
    void theVerbGoesByHowManyDidAndNotByHowManyThereAre(String language, String key, int some, String said) {
        assertThat(Phrasebook.of(language).say(key, some, 40, 3)).isEqualTo(said);
    }

    @Test
    void whereThereIsOneTheyAreNamedAsOneAndAllAsAll() {
        assertThat(Phrasebook.of("en").say("investigate.progress", 0, 1)).isEqualTo("0 of 1 pair has answered");
        assertThat(Phrasebook.of("de").say("investigate.progress", 1, 1)).isEqualTo("1 von 1 Team hat geantwortet");
        assertThat(Phrasebook.of("en").say("club.finished-all", 40)).isEqualTo("All 40 have finished this part.");
        assertThat(Phrasebook.of("de").say("club.finished-all", 1))
                .isEqualTo("Die eine Person, die mitmacht, ist mit diesem Teil fertig.");
    }

    @Test
    void whatPeopleWroteIsNotReadAsAPattern() {
        assertThat(Phrasebook.of("en").say("welcome.you", "{0} '' {1}")).isEqualTo("You are in, as {0} '' {1}.");
    }

    @Test
    void whatIsQuotedWithinAQuotationHasSingleMarks() {
        assertThat(Phrasebook.of("de").say("report.reason", "Sie sagt „eher“ und meint Nein."))
                .isEqualTo("„Sie sagt ‚eher‘ und meint Nein.“");
        assertThat(Phrasebook.of("en").say("report.reason", "It says “rather” and means no."))
                .isEqualTo("“It says ‘rather’ and means no.”");
    }

    @Test
    void aSentenceThatIsMissingIsAnError() {
        assertThatThrownBy(() -> Phrasebook.of("en").say("no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such");
    }

    private static TreeMap<String, String> sentences(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(LOCALES.resolve(language + ".properties"))) {
            properties.load(file);
        }
        TreeMap<String, String> sentences = new TreeMap<>();
        properties.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
        return sentences;
    }

    private static TreeMap<String, Set<Object>> arguments(String language) throws IOException {
        TreeMap<String, Set<Object>> arguments = new TreeMap<>();
        sentences(language)
                .forEach((key, pattern) ->
                        arguments.put(key, numbers(new MessageFormat(pattern, Locale.forLanguageTag(language)))));
        return arguments;
    }

    private static Set<Object> numbers(MessageFormat format) {
        MessagePattern pattern = new MessagePattern(format.toPattern());
        Set<Object> numbers = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                numbers.add(pattern.getPart(i).getValue());
            }
        }
        return numbers;
    }

    /** The descriptions that adapters show beside commands and their options. */
    private static Set<String> commands() {
        Set<String> keys = new TreeSet<>();
        for (Verb verb : Verb.commands()) {
            keys.add("command." + verb.word());
            verb.options().forEach(option -> keys.add("command." + verb.word() + "." + option.name()));
        }
        return keys;
    }

    /** The first groups of all matches in the sources of these modules, in files whose names end so. */
    private static Set<String> found(List<Path> modules, String ending, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path module : modules) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(ending)).toList()) {
                    found.addAll(pattern.matcher(Files.readString(file))
                            .results()
                            .map((MatchResult match) -> match.group(1))
                            .collect(Collectors.toSet()));
                }
            }
        }
        return found;
    }

    private static List<Path> everyModule() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main")))
                    .toList();
        }
    }
}
