package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.activity.PaperClass;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Phrasebook;

class SpreadsheetTest {
    private static final Phrasebook ENGLISH = Phrasebook.of("en");

    @TempDir
    private Path folder;

    @Test
    void answersStudentsAndQuestionsHaveASheetEachAndOneSaysWhatColumnsMean() throws IOException {
        Map<String, String> parts = parts(voted(), false);

        assertThat(parts.get("xl/workbook.xml"))
                .contains("name=\"Answers\"", "name=\"Students\"", "name=\"Questions\"", "name=\"Columns\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>1</v>", "pane");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("prefer/1/vote", "Which lesson it is, by its id", "p-")
                .doesNotContain("Student 1");
    }

    @Test
    void namesStandThereOnlyWhenTheyAreAskedFor() throws IOException {
        assertThat(parts(voted(), true).get("xl/sharedStrings.xml")).contains("Student 1", "The name that was shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://evil\")", "\tx=1"})
    void noTextIsAFormula(String typed) throws IOException {
        PaperClass room = voted();
        room.submit("s1", "reason", "", Map.of("reason", typed));

        Map<String, String> parts = parts(room, false);
        assertThat(parts.keySet()).filteredOn(name -> name.contains("sheet")).isNotEmpty();
        assertThat(parts.values()).noneMatch(xml -> xml.contains("<f>") || xml.contains("<f "));
    }

    @Test
    void aTextOfDigitsStaysAsItWasWritten() throws IOException {
        PaperClass room = voted();
        room.submit("s1", "reason", "", Map.of("reason", "007"));

        assertThat(parts(room, false).get("xl/sharedStrings.xml")).contains(">007<");
    }

    private static PaperClass voted() {
        PaperClass room = new PaperClass("how-ai-learns", 4, Lesson.Pace.LIVE);
        room.open("prefer");
        for (int n = 1; n <= 4; n++) {
            room.press("s" + n, "vote", n == 1 ? "b" : "a");
        }
        return room;
    }

    private Map<String, String> parts(PaperClass room, boolean names) throws IOException {
        Export export = new Export(
                List.of(new Export.Source(room.dossier(), room.edition().plan(), Map.of())), names);
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("lesson.xlsx"), export.workbook(ENGLISH));
        // Read by its directory, as spreadsheets do: sizes stand nowhere else in it.
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                parts.put(part.getName(), xml);
            }
        }
        return parts;
    }
}
