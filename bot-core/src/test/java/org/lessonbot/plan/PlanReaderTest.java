package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    private static final String PLAN = """
            id: tiny
            title: Tiny
            summary: A lesson of one step.
            language: en
            minutes: 5
            steps:
              - id: read
                activity: reading
                title: Read
                minutes: 5
                pairing: none
                rounds: 1
                cuttable: true
                notes:
                  facilitation: Let them read.
                  prompts: []
                content:
                  text: Hello
            """;
    private static final String BANK = """
            bank: stages
            language: en
            request: school
            provenance:
              origin: written
            items:
              - id: one
                difficulty: easy
                review: approved
                prompt: Why?
                responses:
                  a: Because.
                  b:
                    text: So.
                    provenance:
                      origin: model
                      model: m-1
                notice: Look.
              - id: two
                difficulty: easy
                review: draft
                prompt: How?
                responses: {a: This way., b: That way.}
                notice: Look.
            """;

    private record Text(String text) {}

    private final PlanReader reader = new PlanReader(Map.of("reading", Text.class));

    @Test
    void onlyApprovedItemsMayBeTaught() throws ContentException {
        PlanReader.Draft draft = reader.read("tiny", Map.of("lesson.yaml", PLAN, "bank/one.yaml", BANK));
        assertThat(draft.bank()).hasSize(2);
        assertThat(draft.bank().get(1).line()).isEqualTo(19);
        assertThat(draft.approved().bank().items()).extracting(Item::id).containsExactly("one");
        assertThat(draft.plan().steps().get(0).content()).isEqualTo(new Text("Hello"));
    }

    @Test
    void aResponseMayHaveAProvenanceOfItsOwn() throws ContentException {
        Item item = reader.read("tiny", Map.of("lesson.yaml", PLAN, "bank/one.yaml", BANK))
                .bank()
                .get(0)
                .item();
        assertThat(item.response("a").provenance().origin()).isEqualTo(Provenance.Origin.WRITTEN);
        assertThat(item.response("b").provenance().model()).isEqualTo("m-1");
    }

    @Test
    void everyFaultIsNamedWithItsFileAndLine() {
        String plan = PLAN.replace("minutes: 5\n    pairing: none", "minutes: five\n    pairing: all")
                .replace("title: Tiny\n", "")
                .replace("      text: Hello", "      text: Hello\n      more: 1");
        String bank = BANK.replace("id: two", "id: one").replace("review: draft", "reviewed: draft");
        assertThat(faults(plan, bank))
                .contains(
                        new ContentFault("tiny/lesson.yaml", 9, "minutes must be a whole number, 0 or more"),
                        new ContentFault("tiny/lesson.yaml", 10, "pairing must be one of none, explore, questions"),
                        new ContentFault("tiny/lesson.yaml", 18, "there is no field more here; there are [text]"),
                        new ContentFault("tiny/lesson.yaml", 1, "title is missing"),
                        new ContentFault("tiny/bank/b.yaml", 19, "review is missing"),
                        new ContentFault("tiny/bank/b.yaml", 19, "there is an item one already, in tiny/bank/b.yaml:7"))
                .anyMatch(fault -> fault.line() == 21 && fault.reason().contains("no field reviewed"));
    }

    @Test
    void aFieldThatIsThereTwiceOrNotYamlAtAllIsAFault() {
        assertThat(faults(PLAN + "title: Again\n", BANK))
                .containsExactly(new ContentFault("tiny/lesson.yaml", 19, "there are two fields title"));
    }

    @Test
    void aFileThatCannotBeReadHasNoOtherFaultThanThat() {
        assertThat(faults(PLAN, BANK.replace("  - id: two", "\t- id: two")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(19))
                .satisfies(fault ->
                        assertThat(fault.reason()).startsWith("not YAML").contains("TAB"));
        assertThat(faults(PLAN, BANK.replace("prompt: How?", "prompt: \"How?")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(22))
                .satisfies(fault -> assertThat(fault.reason()).contains("quoted", "end of stream"));
        assertThat(faults(PLAN, BANK.replace("notice: Look.", "notice: \"Look\" up.")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(18))
                .satisfies(fault -> assertThat(fault.reason()).endsWith("begins in line 7"));
        assertThat(faults(PLAN, BANK.replace("How?", "Ho\u0007w?")))
                .containsExactly(
                        new ContentFault("tiny/bank/b.yaml", 22, "a character that is not text, U+0007; delete it"));
        assertThat(faults(PLAN, BANK.replace("How?", "Wie gr\uFFFD\uFFFDt man?")))
                .containsExactly(new ContentFault("tiny/bank/b.yaml", 22, "not UTF-8; save the file as UTF-8"));
        assertThat(faults("", BANK)).containsExactly(new ContentFault("tiny/lesson.yaml", 0, "missing or empty"));
    }

    @Test
    void aStepThatIsThereTwiceIsReadOnce() {
        String second = PLAN.substring(PLAN.indexOf("  - id: read"));
        List<ContentFault> faults = new ArrayList<>();
        PlanReader.Draft draft = reader.read("tiny", Map.of("lesson.yaml", PLAN + second), faults);
        assertThat(draft.plan().steps()).hasSize(1);
        assertThat(faults)
                .containsExactly(new ContentFault("tiny/lesson.yaml", 19, "there is a step read already, in line 7"));
    }

    @Test
    void aContentWithoutAFieldIsAFault() {
        assertThat(faults(PLAN.replace("text: Hello", "texts: Hello"), BANK))
                .containsExactly(
                        new ContentFault("tiny/lesson.yaml", 17, "text is missing"),
                        new ContentFault("tiny/lesson.yaml", 18, "there is no field texts here; there are [text]"));
    }

    private List<ContentFault> faults(String plan, String bank) {
        ContentException thrown = catchThrowableOfType(
                ContentException.class, () -> reader.read("tiny", Map.of("lesson.yaml", plan, "bank/b.yaml", bank)));
        return thrown.faults();
    }
}
