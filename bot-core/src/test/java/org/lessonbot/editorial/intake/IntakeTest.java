package org.lessonbot.editorial.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.editorial.Lessons;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Review;

class IntakeTest {
    private static final Order STAGES = new Order(
            "stages",
            "",
            "factual",
            new Order.Columns("prompt", "response", "", "model", "revision", "sampling", "date"),
            Map.of("org/parrot", "base", "org/parrot-sft", "tuned"));

    private static final String GOOD = """
            prompt,model,revision,sampling,date,response
            "Why is the ""sea"" salty?",org/parrot,main,"temperature 0.7, top-p 0.95",2026-03-01,"Why is it blue?

              - Because.
            # no heading
            key: value"
            "Why is the ""sea"" salty?",org/parrot-sft,abc123,greedy,2026-03-02,Salt.
            """;

    @Test
    void aTableBecomesABankFileOfDraftsWithTheirProvenance() {
        Intake.Taken taken = Intake.take(lesson(), STAGES, "out.csv", GOOD);
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.yaml()).isEqualTo("""
                # yaml-language-server: $schema=../../../schema/bank.schema.json
                bank: stages
                language: en
                request: factual
                provenance:
                  origin: model
                  model: "org/parrot"
                  revision: main
                  sampling: temperature 0.7, top-p 0.95
                  date: "2026-03-01"
                items:
                  - id: why-is-the-sea-salty
                    review: draft
                    prompt: |-
                      Why is the "sea" salty?
                    responses:
                      base: |-
                        Why is it blue?

                          - Because.
                        # no heading
                        key: value
                      tuned:
                        text: |-
                          Salt.
                        provenance:
                          origin: model
                          model: "org/parrot-sft"
                          revision: abc123
                          sampling: greedy
                          date: "2026-03-02"
                """);
        BankEntry entry = taken(taken).get(0);
        assertThat(entry.review()).isEqualTo(Review.DRAFT);
        assertThat(entry.item().prompt()).isEqualTo("Why is the \"sea\" salty?");
        assertThat(entry.item().response("base").text())
                .isEqualTo("Why is it blue?\n\n  - Because.\n# no heading\nkey: value");
        assertThat(entry.item().response("tuned").provenance())
                .isEqualTo(new Provenance(
                        Provenance.Origin.MODEL, "org/parrot-sft", "abc123", "greedy", "2026-03-02", ""));
    }

    @Test
    void jsonLinesAreTakenLikeRows() {
        String lines = """
                {"prompt": "Why?", "model": "org/parrot", "revision": "main", "sampling": {"temperature": 0.7}, "date": "2026-03-01", "response": "Why not?"}

                {"prompt": "Why?", "model": "org/parrot-sft", "revision": null, "sampling": 7, "date": "2026-03-01", "response": "So."}
                """;
        Intake.Taken taken = Intake.take(lesson(), STAGES, "out.jsonl", lines);
        assertThat(taken.faults()).isEmpty();
        BankEntry entry = taken(taken).get(0);
        assertThat(entry.item().response("base").provenance().sampling()).isEqualTo("{\"temperature\":0.7}");
        assertThat(entry.item().response("tuned").provenance().sampling()).isEqualTo("7");
    }

    @Test
    void answersForValuesTakeTheWordsOfTheDimensionThatIsThere() {
        Order order = new Order(
                "preferences",
                "warm-direct",
                "",
                new Order.Columns("prompt", "response", "value", "model", "", "", ""),
                Map.of());
        Intake.Taken taken = Intake.take(lesson(), order, "out.csv", """
                prompt,value,model,response
                Do you like my hat?,warm,m,So very you!
                Do you like my hat?,direct,m,No.
                """);
        assertThat(taken.faults()).isEmpty();
        BankEntry entry = taken(taken).get(0);
        assertThat(entry.item().topic()).isEqualTo("warm-direct");
        assertThat(entry.item().values()).containsOnlyKeys("warm", "direct");
        assertThat(entry.item().request()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Why,org/parrot,,,,Because|out.csv:2: the prompt lacks a response of tuned",
                "Why,gpt,,,,Because|out.csv:2: “gpt” is none of base, tuned; --stage 'gpt=…' says which it is",
                ",org/parrot,,,,Because|out.csv:2: the column prompt is empty",
                "Why,org/parrot,,,,  |out.csv:2: the column response is empty",
                "Why,org/parrot,,,,a\u0000b|out.csv:2: the column response holds a character that is not text",
                "Why,org/parrot,Because|out.csv:2: the row has 3 cells; there are 6 columns",
                "Why,org/parrot,,,,A\\nWhy,org/parrot,,,,B|out.csv:3: a second response of base to the prompt in line 2",
                "\"Will it snow?\",org/parrot,,,,A\\n\"Will it snow?\",org/parrot-sft,,,,B|out.csv:2: the prompt is in the bank already: tiny/bank/stages.yaml:30",
                "Why,\"org/par|out.csv:2: not CSV: (startline 2) EOF reached before encapsulated token finished",
            })
    void aRowThatCannotBeTakenIsNamedWithItsLine(String rows, String fault) {
        String table = "prompt,model,revision,sampling,date,response\n" + rows.replace("\\n", "\n");
        Intake.Taken taken = Intake.take(lesson(), STAGES, "out.csv", table);
        assertThat(taken.faults()).extracting(ContentFault::toString).contains(fault);
        assertThat(taken.items()).isZero();
        assertThat(taken.yaml()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompt\": |out.jsonl:1: not JSON",
                "[1]|out.jsonl:1: the line is no JSON object",
                "{\"prompt\": \"x\"}|out.jsonl:1: there is no column response; there are [prompt]",
            })
    void aLineThatIsNoRowIsNamed(String line, String fault) {
        assertThat(Intake.take(lesson(), STAGES, "out.jsonl", line).faults())
                .extracting(ContentFault::toString)
                .anyMatch(one -> one.startsWith(fault));
    }

    @Test
    void faultsComeInTheOrderOfLines() {
        String rows = "Why,org/parrot,,,,Because\nHow,org/nobody,,,,So\nWhat\n";
        assertThat(Intake.take(lesson(), STAGES, "out.csv", GOOD + rows).faults())
                .extracting(ContentFault::line)
                .hasSizeGreaterThan(2)
                .isSorted();
    }

    @Test
    void whatIsWholeCanBeTakenBesideWhatIsNot() {
        Intake.Taken taken = Intake.take(lesson(), STAGES, "out.csv", GOOD + "Why,org/parrot,,,,Because\n");
        assertThat(taken.items()).isEqualTo(1);
        assertThat(taken.faults()).extracting(ContentFault::line).containsExactly(8);
        assertThat(taken(taken)).hasSize(1);
    }

    @Test
    void promptsThatBeginAlikeGetIdsOfTheirOwn() {
        StringBuilder table = new StringBuilder("prompt,model,revision,sampling,date,response\n");
        for (String end : List.of("one", "two", "three")) {
            table.append("Tell me all about the ").append(end).append(",org/parrot,,,,A\n");
            table.append("Tell me all about the ").append(end).append(",org/parrot-sft,,,,B\n");
        }
        assertThat(taken(Intake.take(lesson(), STAGES, "out.csv", table.toString())))
                .extracting(entry -> entry.item().id())
                .containsExactly("tell-me-all-about-the", "tell-me-all-about-the-2", "tell-me-all-about-the-3");
    }

    private static PlanReader.Draft lesson() {
        return Lessons.read(Lessons.files());
    }

    /** What a lesson finds in the file that was taken. */
    private static List<BankEntry> taken(Intake.Taken taken) {
        Map<String, String> files = new HashMap<>(Lessons.files());
        files.put("bank/taken.yaml", taken.yaml());
        return Lessons.read(files).bank().stream()
                .filter(entry -> entry.file().endsWith("taken.yaml"))
                .toList();
    }
}
