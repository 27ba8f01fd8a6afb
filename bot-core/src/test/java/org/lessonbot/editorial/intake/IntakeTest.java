package org.lessonbot.editorial.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.editorial.Lessons;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Review;

class IntakeTest {
    private static final Order STAGES = new Order(
            "stages",
            "",
            "factual",
            new Order.Columns("prompt", "response", "", "model", "revision", "sampling", "date"),
            Map.of("org/parrot", "base", "org/parrot-sft", "tuned"),
            Map.of());

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
                        Provenance.Origin.MODEL,
                        "org/parrot-sft",
                        "",
                        "abc123",
                        "",
                        "greedy",
                        "2026-03-02",
                        "",
                        false,
                        ""));
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
                Map.of(),
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

    /** The same table as several programs write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",prompt,model,revision,sampling,date,response\n0,Why,org/parrot,,,,A\n1,Why,org/parrot-sft,,,,B\n",
                "prompt,model,revision,sampling,date,response\n\"1\",Why,org/parrot,,,,A\n\"2\",Why,org/parrot-sft,,,,B\n",
                "prompt;model;revision;sampling;date;response\r\nWhy;org/parrot;;;;A\r\nWhy;org/parrot-sft;;;;B\r\n",
                "prompt\tmodel\trevision\tsampling\tdate\tresponse\nWhy\torg/parrot\t\t\t\tA\nWhy\torg/parrot-sft\t\t\t\tB",
                "\uFEFFsep=;\r\nprompt;model;revision;sampling;date;response\r\nWhy;org/parrot;;;;A\r\nWhy;org/parrot-sft;;;;B\r\n",
                "\uFEFFprompt , model,revision,sampling,date,response,note,note,,\nWhy,org/parrot,,,,A,1,2,,\n,,,,,,,,,\nWhy,org/parrot-sft,,,,B,3,4,,,\n",
                "\"a; b\",prompt,model,revision,sampling,date,response\n1,Why,org/parrot,,,,A\n1,Why,org/parrot-sft,,,,B\n",
            })
    void tablesAreTakenAsProgramsWriteThem(String table) {
        Intake.Taken taken = Intake.take(lesson(), STAGES, "out.csv", table);
        assertThat(taken.faults()).isEmpty();
        Item item = taken(taken).get(0).item();
        assertThat(item.prompt()).isEqualTo("Why");
        assertThat(item.response("base").text()).isEqualTo("A");
        assertThat(item.response("tuned").text()).isEqualTo("B");
    }

    @Test
    void faultsAreInTheLinesThatAnEditorShowsBelowALineThatTellsTheSeparator() {
        String table = "sep=;\nprompt;model;revision;sampling;date;response\nWhy;org/parrot;;;;A\n";
        assertThat(Intake.take(lesson(), STAGES, "out.csv", table).faults())
                .extracting(ContentFault::toString)
                .containsExactly("out.csv:3: the prompt lacks a response of tuned");
    }

    @Test
    void aColumnThatIsAskedForMayNotStandThereTwice() {
        String table = "prompt,model,response,response,revision,sampling,date\nWhy,org/parrot,A,B,,,\n";
        assertThat(Intake.take(lesson(), STAGES, "out.csv", table).faults())
                .extracting(ContentFault::toString)
                .containsExactly("out.csv:1: the column response is there twice; which is meant?");
    }

    @Test
    void rowsAreChosenByWhatTheirColumnsHold() {
        String table = "prompt,model,revision,sampling,date,response,seed,lang\n"
                + "Why,org/parrot,,,,A,0,en\nWhy,org/parrot,,,,C,1,en\nPourquoi,org/parrot,,,,D,0,fr\n"
                + "Why,org/parrot-sft,,,,B, 0 ,en\n";
        Intake.Taken taken =
                Intake.take(lesson(), where(Map.of("seed", Set.of("0"), "lang", Set.of("en", "de"))), "out.csv", table);
        assertThat(taken.faults()).isEmpty();
        assertThat(taken(taken))
                .singleElement()
                .extracting(entry -> entry.item().response("base").text())
                .isEqualTo("A");
    }

    @Test
    void whereNoRowIsWantedTheColumnSaysWhatItHolds() {
        String table =
                "prompt,model,revision,sampling,date,response,seed\nWhy,org/parrot,,,,A,1\nWhy,org/parrot,,,,C,2\n";
        assertThat(Intake.take(lesson(), where(Map.of("seed", Set.of("0"))), "out.csv", table)
                        .faults())
                .extracting(ContentFault::toString)
                .containsExactly("out.csv: no row is wanted: seed is none of 0; it is 1, 2");
        assertThat(Intake.take(lesson(), where(Map.of("sead", Set.of("0"))), "out.csv", table)
                        .faults())
                .extracting(ContentFault::reason)
                .singleElement()
                .asString()
                .startsWith("there is no column sead");
    }

    @Test
    void aRowThatCannotBeTakenIsNotSaidAgainOfItsPrompt() {
        String table = "prompt,model,revision,sampling,date,response\nWhy,org/nobody,,,,A\nWhy,org/parrot,,,,B\n";
        assertThat(Intake.take(lesson(), STAGES, "out.csv", table).faults())
                .extracting(ContentFault::line)
                .containsExactly(2);
    }

    private static Order where(Map<String, Set<String>> where) {
        return new Order(STAGES.bank(), "", STAGES.request(), STAGES.columns(), STAGES.names(), where);
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
