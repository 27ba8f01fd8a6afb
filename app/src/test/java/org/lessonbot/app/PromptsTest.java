package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors have, as it is called from a shell. */
class PromptsTest {
    private static final Path SHIPPED = Path.of("../prompts");
    private static final String FAULTY = "../bot-core/src/test/resources/org/lessonbot/editorial/check/faulty";

    private static final String TABLE = """
            prompt,model,answer
            A mayor opens a bridge.,m-report,The mayor opened the bridge at noon.
            A mayor opens a bridge.,m-opinion,At last a bridge!
            A mayor opens a bridge.,m-promotion,Cross in comfort.
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path lesson = Path.of("");
    private Path table = Path.of("");

    @BeforeEach
    void aLesson() throws IOException {
        lesson = Files.createDirectories(folder.resolve("same-news"));
        Files.copy(SHIPPED.resolve("same-news/lesson.yaml"), lesson.resolve("lesson.yaml"));
        table = folder.resolve("recorded.csv");
        Files.writeString(table, TABLE);
    }

    @Test
    void theShippedLessonsPassTheCheckAndTheirFiguresAreShown() {
        assertThat(run("prompts", "check", SHIPPED.toString())).isEqualTo(Exit.DONE);
        assertThat(printed()).contains("how-ai-learns: ", "blind chance", "Reading grade", "No faults.");
    }

    @Test
    void faultsAreNamedSoThatAnEditorFindsThem() {
        assertThat(run("prompts", "check", FAULTY)).isEqualTo(Exit.FAILED);
        assertThat(printed())
                .containsPattern("faulty/spoiled/bank/preferences\\.yaml:4: there is no field colour here")
                .containsPattern("\\d+ faults\\.");
    }

    @Test
    void aFolderWithoutALessonIsSaidToHaveNone() {
        assertThat(run("prompts", "check", folder.resolve("nowhere").toString()))
                .isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("there is no lesson in");
    }

    @Test
    void recordedAnswersBecomeDraftsAndAreNeverOverwritten() throws IOException {
        assertThat(importing()).isEqualTo(Exit.DONE);
        Path written = lesson.resolve("bank/stages/recorded.yaml");
        assertThat(written).content().contains("- id: a-mayor-opens-a-bridge", "review: draft", "report: |-");
        assertThat(printed()).contains("One item written to", "prompts preview");

        String before = Files.readString(written);
        Files.writeString(table, TABLE.replace("at noon", "at night"));
        assertThat(importing()).isEqualTo(Exit.FAILED);
        assertThat(written).hasContent(before);
    }

    @Test
    void oneFaultyRowAndNothingIsWrittenUnlessTheRestIsAskedFor() throws IOException {
        Files.writeString(table, TABLE + "A cat sleeps.,m-report,It sleeps.\n");
        assertThat(importing()).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("recorded.csv:5: the prompt lacks a response of opinion, promotion");
        try (Stream<Path> files = Files.list(lesson)) {
            assertThat(files).containsExactly(lesson.resolve("lesson.yaml"));
        }
        assertThat(importing("--skip-faulty")).isEqualTo(Exit.DONE);
        assertThat(lesson.resolve("bank/stages/recorded.yaml")).content().doesNotContain("A cat sleeps");
    }

    @Test
    void aFaultThatATableHasAThousandTimesIsSaidOnce() throws IOException {
        StringBuilder rows = new StringBuilder(TABLE);
        for (int i = 0; i < 500; i++) {
            rows.append("A cat sleeps ").append(i).append(" times.,m-unheard,It sleeps.\n");
        }
        Files.writeString(table, rows);
        assertThat(importing()).isEqualTo(Exit.FAILED);
        assertThat(printed().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("recorded.csv:5: “m-unheard” is none of")
                .contains("(and 499 more like it, in lines 6, 7, 8 …)");
        assertThat(printed()).contains("500 faults");
    }

    @Test
    void aColumnThatWasMistakenForAnotherIsSaidInAFewLines() throws IOException {
        StringBuilder rows = new StringBuilder(TABLE);
        for (char name = 'a'; name <= 'z'; name++) {
            rows.append("A cat sleeps,").append(name).append(",It sleeps.\n");
        }
        Files.writeString(table, rows);
        assertThat(importing()).isEqualTo(Exit.FAILED);
        assertThat(printed().lines()).hasSize(2);
    }

    @Test
    void rowsAreChosenFromATableThatHoldsEachQuestionSeveralTimes() throws IOException {
        StringBuilder rows =
                new StringBuilder(TABLE.replace("answer\n", "answer,seed\n").replace(".\n", ".,0\n"));
        TABLE.lines().skip(1).forEach(row -> rows.append(row).append(",1\n"));
        Files.writeString(table, rows.toString().replace("!\n", "!,0\n"));
        assertThat(importing()).isEqualTo(Exit.FAILED);
        assertThat(importing("--where", "seed")).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("--where is seed; expected COLUMN=VALUE");
        assertThat(importing("--where", "seed=0")).isEqualTo(Exit.DONE);
    }

    @Test
    void aBlindReadersFileHasEachResponseOnceAndTellsNothing() throws IOException {
        Path text = folder.resolve("stages.txt");
        assertThat(blind("stages", text)).isEqualTo(Exit.DONE);
        List<String> key = Files.readAllLines(folder.resolve("stages.key"));
        assertThat(key)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("\\d{3}\t[a-z0-9-]+\t(base|instruction_tuned|rlhf)"));
        assertThat(key.stream().map(line -> line.split("\t")[1]).distinct().count() * 3)
                .isEqualTo(key.size());
        assertThat(text)
                .content()
                .containsOnlyOnce("base, instruction_tuned, rlhf")
                .contains("===== 001 =====");
        assertThat(blind("stages", text)).isEqualTo(Exit.FAILED);
    }

    @Test
    void aBlindReaderSeesBothOfAPairAndNotWhichIsWhich() throws IOException {
        Path text = folder.resolve("pairs.txt");
        assertThat(blind("preferences", text)).isEqualTo(Exit.DONE);
        List<String[]> key = Files.readAllLines(folder.resolve("pairs.key")).stream()
                .map(line -> line.split("\t"))
                .toList();
        assertThat(key).allMatch(line -> line.length == 4);
        assertThat(key.stream().map(line -> line[2].compareTo(line[3]) < 0).distinct())
                .containsExactlyInAnyOrder(true, false);
        assertThat(blind("nowhere", folder.resolve("none.txt"))).isEqualTo(Exit.FAILED);
    }

    private int blind(String bank, Path out) {
        return run(
                "prompts",
                "blind",
                SHIPPED.resolve("how-ai-learns").toString(),
                "--bank",
                bank,
                "--out",
                out.toString());
    }

    @Test
    void aTableThatIsNotThereIsNamed() throws IOException {
        Files.delete(table);
        assertThat(importing()).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("there is no file " + table).doesNotContain("nobody expected");
    }

    private int importing(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("prompts", "import", table.toString(), "--into", lesson.toString(), "--bank", "stages"));
        arguments.addAll(List.of("--response-column", "answer", "--request", "news"));
        for (String stage : List.of("report", "opinion", "promotion")) {
            arguments.addAll(List.of("--stage", "m-" + stage + "=" + stage));
        }
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private int run(String... arguments) {
        return CommandTest.line(printed, Map.of(), folder).execute(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
