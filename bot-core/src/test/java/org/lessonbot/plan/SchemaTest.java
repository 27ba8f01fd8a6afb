package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.activity.Activities;

/** What editors are told by the JSON schemas is what the reader then says. */
class SchemaTest {
    private static final Path PROMPTS = Path.of("../prompts");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonSchema LESSON = schema("lesson");
    private static final JsonSchema BANK = schema("bank");
    private static final PlanReader READER = new PlanReader(Activities.contentTypes());

    private static final String A_LESSON = """
            id: tiny
            title: Tiny
            summary: A lesson of one step.
            language: en
            minutes: 5
            steps:
              - id: hello
                activity: welcome
                title: Hello
                minutes: 5
                pairing: none
                rounds: 1
                cuttable: true
                notes:
                  facilitation: Say hello.
                  prompts: [Hello]
                content:
                  text: Hello!
            """;

    private static final String A_BANK = """
            bank: stages
            language: en
            request: everyday
            provenance:
              origin: written
              note: By hand.
            items:
              - id: one
                difficulty: easy
                review: approved
                prompt: One?
                responses:
                  base: Two.
                  tuned:
                    text: One.
                    provenance: {origin: model, model: parrot}
                notice: Look.
            """;

    private static final String A_BANK_OF_VALUES = """
            bank: preferences
            language: en
            dimension: warm-direct
            lengths_differ: false
            values:
              warm: {name: Warm, says: Is warm.}
              direct: {name: Direct, says: Is direct.}
            provenance: {origin: written}
            items:
              - id: two
                request: school
                review: approved
                prompt: Two?
                responses:
                  warm: Dear!
                  direct: Yes.
                notice: Look.
              - id: three
                review: draft
                prompt: Three?
                responses:
                  warm: Dear!
                  direct: Yes.
            """;

    @Test
    void everyShippedFileIsWhatItsSchemaAsksFor() throws IOException {
        try (Stream<Path> files = Files.walk(PROMPTS)) {
            List<Path> yaml =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(yaml).isNotEmpty();
            for (Path file : yaml) {
                String text = Files.readString(file);
                boolean lesson = file.endsWith("lesson.yaml");
                assertThat(faults(lesson ? LESSON : BANK, text)).as("%s", file).isEmpty();
                Path named = file.resolveSibling(
                        text.lines().findFirst().orElse("").replace("# yaml-language-server: $schema=", ""));
                assertThat(named.normalize())
                        .as("the schema that editors find for %s", file)
                        .isEqualTo(PROMPTS.resolve("schema/" + (lesson ? "lesson" : "bank") + ".schema.json")
                                .normalize());
            }
        }
    }

    @Test
    void everyActivitysSectionHasTheFieldsThatItsRecordHas() throws IOException {
        JsonNode parts = YAML.readTree(
                        PROMPTS.resolve("schema/lesson.schema.json").toFile())
                .path("$defs");
        Map<String, Set<String>> described = Activities.contentTypes().keySet().stream()
                .collect(Collectors.toMap(
                        kind -> kind, kind -> names(parts.path(kind).path("properties"))));
        Map<String, Set<String>> read = Activities.contentTypes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> components(entry.getValue())));
        assertThat(described).isEqualTo(read);
    }

    @Test
    void whatTheyAskForIsGood() {
        assertThat(faults(LESSON, A_LESSON)).isEmpty();
        assertThat(faults(BANK, A_BANK)).isEmpty();
        assertThat(faults(BANK, A_BANK_OF_VALUES)).isEmpty();
        assertThat(read(A_LESSON, A_BANK)).isEmpty();
        assertThat(read(A_LESSON, A_BANK_OF_VALUES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Tiny|",
                "title: Tiny|title: 7",
                "title: Tiny|'title: '''''",
                "title: Tiny|title: Tiny\\ncolour: blue",
                "language: en|language: English please",
                "minutes: 5\\nsteps|minutes: 0\\nsteps",
                "minutes: 5\\nsteps|minutes: five\\nsteps",
                "id: hello|id: Hello World",
                "id: hello|id: an-id-of-more-than-24-characters",
                "activity: welcome|activity: juggling",
                "pairing: none|pairing: some",
                "rounds: 1|rounds: 0",
                "cuttable: true|'cuttable: ''yes'''",
                "'    cuttable: true\\n'|",
                "'    notes:\\n      facilitation: Say hello.'|'    notes:\\n      says: Say hello.'",
                "prompts: [Hello]|prompts: Hello",
                "text: Hello!|txt: Hello!",
                "text: Hello!|text: Hello!\\n      more: Hello!",
                "text: Hello!|text: 7",
            })
    void faultyLessonsAreRefusedByBoth(String good, String faulty) {
        String lesson = edited(A_LESSON, good, faulty);
        assertThat(faults(LESSON, lesson)).isNotEmpty();
        assertThat(read(lesson, A_BANK)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bank: stages|",
                "bank: stages|bank: stages\\ncolour: blue",
                "language: en|language: 7",
                "request: everyday|",
                "request: everyday|dimension: warm-direct",
                "origin: written|origin: heaven",
                "note: By hand.|nota: By hand.",
                "origin: model, model: parrot|origin: model",
                "id: one|id: One",
                "difficulty: easy|difficulty: impossible",
                "'    difficulty: easy\\n'|",
                "review: approved|review: maybe",
                "'    review: approved\\n'|",
                "prompt: One?|'prompt: '''''",
                "'      base: Two.\\n'|",
                "base: Two.|'base: '''''",
                "base: Two.|base: 2",
                "'        text: One.\\n'|",
                "'    notice: Look.'|",
                "'    notice: Look.'|'    notice: Look.\\n    colour: blue'",
            })
    void faultyBanksAreRefusedByBoth(String good, String faulty) {
        String bank = edited(A_BANK, good, faulty);
        assertThat(faults(BANK, bank)).isNotEmpty();
        assertThat(read(A_LESSON, bank)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lengths_differ: false|'lengths_differ: ''no'''",
                "says: Is warm.|does: Is warm.",
                "name: Warm, says: Is warm.|name: Warm",
                "'    request: school\\n'|",
                "request: school|difficulty: easy",
                "review: draft|review: approved",
            })
    void faultyBanksOfValuesAreRefusedByBoth(String good, String faulty) {
        String bank = edited(A_BANK_OF_VALUES, good, faulty);
        assertThat(faults(BANK, bank)).isNotEmpty();
        assertThat(read(A_LESSON, bank)).isNotEmpty();
    }

    /** The good text with one place made faulty; in both, {@code \n} ends a line. */
    private static String edited(String text, String good, String faulty) {
        String old = good.replace("\\n", "\n");
        assertThat(text).contains(old);
        return text.replace(old, faulty == null ? "" : faulty.replace("\\n", "\n"));
    }

    private static List<ContentFault> read(String lesson, String bank) {
        List<ContentFault> faults = new ArrayList<>();
        READER.read("tiny", Map.of("lesson.yaml", lesson, "bank/all.yaml", bank), faults);
        return faults;
    }

    private static Set<ValidationMessage> faults(JsonSchema schema, String yaml) {
        try {
            return schema.validate(YAML.readTree(yaml));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonSchema schema(String name) {
        try {
            String text = Files.readString(PROMPTS.resolve("schema/" + name + ".schema.json"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
