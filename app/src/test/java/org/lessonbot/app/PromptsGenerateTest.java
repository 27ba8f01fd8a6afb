package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Models;
import org.lessonbot.models.ScriptedModels;
import org.lessonbot.plan.Phrasebook;
import picocli.CommandLine;

/** Drafts of real models, as they are asked for from a shell. */
class PromptsGenerateTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ScriptedModels models = new ScriptedModels("report", "opinion", "promotion");

    @TempDir
    private Path folder;

    private Path lesson = Path.of("");
    private Path list = Path.of("");

    @BeforeEach
    void aLesson() throws IOException {
        lesson = Files.createDirectories(folder.resolve("same-news"));
        Files.copy(Path.of("../prompts/same-news/lesson.yaml"), lesson.resolve("lesson.yaml"));
        list = Files.writeString(folder.resolve("town.txt"), "A mayor opens a bridge.\nA cat is found.\n");
    }

    @Test
    void aListBecomesDraftsAndThenNothingIsMissing() {
        assertThat(generating(models, "--samples", "2")).isEqualTo(Exit.DONE);
        assertThat(lesson.resolve("bank/stages/town-generated.yaml"))
                .content()
                .contains("- id: a-mayor-opens-a-bridge-2", "review: draft", "model: \"org/opinion\"");
        assertThat(printed())
                .contains("2 prompts, 2 drafts each: 12 answers to ask for", "4 drafts written to", "prompts preview");

        printed.reset();
        assertThat(generating(models, "--samples", "2")).isEqualTo(Exit.DONE);
        assertThat(printed()).contains("Nothing is missing");
    }

    @Test
    void whatDidNotComeIsSaidAtTheEndWithWhatToDo() {
        models.script("opinion", request -> {
            if (request.prompt().contains("cat")) {
                throw new ModelException(ModelException.Kind.ONLY_REASONING, "finish_reason length");
            }
            return ScriptedModels.answer("opinion", "At last!");
        });
        assertThat(generating(models)).isEqualTo(Exit.FAILED);
        assertThat(printed())
                .contains("town.txt:2: no answer of opinion: all its words went into thinking. Raise its max-tokens")
                .contains("One draft written to", "One answer is missing");
    }

    @Test
    void withoutModelsItSaysWhatToSet() {
        assertThat(generating(Models.NONE)).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("no model is set up", "models.base.url");
        assertThat(generating(new ScriptedModels("report"))).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("there is no model for opinion, promotion. Set models.opinion.url");
    }

    @Test
    void aBankThatComparesValuesIsAskedByOneOfItsDimensions() throws IOException {
        Path pairs = lesson.resolve("bank/preferences/vivid-exact.yaml");
        Files.createDirectories(pairs.getParent());
        Files.copy(Path.of("../prompts/same-news/bank/preferences/vivid-exact.yaml"), pairs);
        ScriptedModels teller = new ScriptedModels(Models.VALUES);
        assertThat(generating(teller, "--bank", "preferences")).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("Say with --dimension which: vivid-exact");
        assertThat(generating(teller, "--bank", "preferences", "--dimension", "vivid-exact"))
                .isEqualTo(Exit.DONE);
        assertThat(lesson.resolve("bank/preferences/town-generated.yaml"))
                .content()
                .contains("dimension: vivid-exact", "note: \"Told: ");
    }

    private int generating(Models asked, String... more) {
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, Phrasebook.of("en"), Map.of(), folder);
        List<String> arguments =
                new ArrayList<>(List.of(list.toString(), "--into", lesson.toString(), "--request", "news"));
        if (!List.of(more).contains("--bank")) {
            arguments.addAll(List.of("--bank", "stages"));
        }
        arguments.addAll(List.of(more));
        return new CommandLine(new PromptsGenerate(terminal, settings -> asked))
                .setExecutionExceptionHandler(new Failures(terminal))
                .execute(arguments.toArray(new String[0]));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
