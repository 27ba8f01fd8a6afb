package org.lessonbot.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.editorial.intake.Intake;
import org.lessonbot.editorial.intake.Order;
import org.lessonbot.editorial.intake.PromptList;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.suite.Odd;

/** Files that people write are read, or it is said what is wrong with them and where. */
class OddFilesTest {
    private static final Order STAGES = new Order(
            "stages",
            "",
            "factual",
            new Order.Columns("prompt", "response", "", "model", "revision", "sampling", "date"),
            Map.of("org/parrot", "base", "org/parrot-sft", "tuned"),
            Map.of());

    private static final String TABLE = """
            prompt,model,revision,sampling,date,response
            "Why is the ""sea"" salty?",org/parrot,main,"temperature 0.7",2026-03-01,"Why is it blue?

              - Because."
            "Why is the ""sea"" salty?",org/parrot-sft,abc123,greedy,2026-03-02,Salt.
            """;

    private static final String LINES = """
            {"prompt":"Why?","model":"org/parrot","response":"Because.","date":"2026-03-01","sampling":"greedy"}
            {"prompt":"Why?","model":"org/parrot-sft","response":"So.","date":"2026-03-01","sampling":"greedy"}
            """;

    @Test
    void lessonsAndBanks() {
        Odd.times(60, odd -> {
            Map<String, String> files = new HashMap<>(Lessons.files());
            String file = odd.of(files.keySet().stream().sorted().toList());
            files.computeIfPresent(file, (name, text) -> odd.changed(odd.changed(text)));
            List<ContentFault> faults = new ArrayList<>();
            Lessons.READER.read("tiny", files, faults);

            assertThat(faults).allSatisfy(fault -> assertThat(fault.toString()).isNotBlank());
        });
    }

    @Test
    void recordedOutputs() {
        PlanReader.Draft lesson = Lessons.read(Lessons.files());
        Odd.times(60, odd -> {
            boolean table = odd.once(2);
            String text = odd.changed(odd.changed(table ? TABLE : LINES));
            Intake.Taken taken = Intake.take(lesson, STAGES, table ? "out.csv" : "out.jsonl", text);
            if (taken.faults().isEmpty()) {
                Map<String, String> files = new HashMap<>(Lessons.files());
                files.put("bank/taken.yaml", taken.yaml());
                assertThat(Lessons.read(files).bank()).isNotEmpty();
            }
        });
    }

    @Test
    void listsOfPrompts() {
        PlanReader.Draft lesson = Lessons.read(Lessons.files());
        Odd.times(60, odd -> {
            String file = odd.of(List.of("prompts.txt", "prompts.csv", "prompts.jsonl"));
            String text = odd.changed(odd.of(List.of("Why?\nHow so?\n", "prompt\n\"Why, and how?\"\n", LINES)));
            assertThat(PromptList.read(lesson, STAGES, file, text)).isNotNull();
        });
    }
}
