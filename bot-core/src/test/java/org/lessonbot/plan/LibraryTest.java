package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.activity.Activities;

class LibraryTest {
    private final PlanReader reader = new PlanReader(Activities.contentTypes());

    @Test
    void everyShippedLessonIsReadWithoutAFault() throws ContentException {
        Library library = Library.shipped();
        assertThat(library.ids()).containsExactly("how-ai-learns", "same-news", "wie-ki-lernt");
        for (String id : library.ids()) {
            Edition edition = library.read(id, reader).approved();
            assertThat(edition.plan().id()).isEqualTo(id);
            assertThat(edition.bank().items()).isNotEmpty();
        }
    }

    @Test
    void anEditionComesBackFromItsTextAsItWas() throws ContentException {
        for (String id : Library.shipped().ids()) {
            Edition edition = Library.shipped().read(id, reader).approved();
            String text = edition.text();
            assertThat(Edition.parse(text, Activities.contentTypes())).isEqualTo(edition);
            assertThat(Edition.hash(
                            Edition.parse(text, Activities.contentTypes()).text()))
                    .isEqualTo(Edition.hash(text));
        }
    }

    @Test
    void feedbackIsNeverCut() throws ContentException {
        for (String id : Library.shipped().ids()) {
            assertThat(Library.shipped().read(id, reader).plan().steps())
                    .filteredOn(step -> step.activity().equals("feedback"))
                    .isNotEmpty()
                    .noneMatch(Step::cuttable);
        }
    }

    @Test
    void theStepsTakeAsLongAsThePlanSays() throws ContentException {
        for (String id : Library.shipped().ids()) {
            LessonPlan plan = Library.shipped().read(id, reader).plan();
            assertThat(plan.inClass("").steps().stream().mapToInt(Step::minutes).sum())
                    .isEqualTo(plan.minutes());
        }
    }

    @Test
    void aLessonInsideAJarIsReadLikeOneInAFolder(@TempDir Path folder) throws Exception {
        URI jar = URI.create("jar:" + folder.resolve("with space.jar").toUri());
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path lesson = Files.createDirectories(inside.getPath("/prompts/tiny"));
            try (OutputStream out = Files.newOutputStream(lesson.resolve("lesson.yaml"))) {
                out.write("id: tiny".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(Library.at(inside.getPath("/prompts")).ids()).containsExactly("tiny");
        }
    }

    @Test
    void nothingThatWasMeantForALessonIsPassedOverInSilence(@TempDir Path folder) throws Exception {
        Path bank = Files.createDirectories(folder.resolve("tiny/bank"));
        Files.writeString(bank.resolve("one.yml"), "bank: stages");
        Files.write(bank.resolve("two.yaml"), "# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        List<ContentFault> faults = new ArrayList<>();
        Library.at(folder).read("tiny", reader, faults);
        assertThat(faults)
                .containsExactly(
                        new ContentFault("tiny/lesson.yaml", 0, "missing or empty"),
                        new ContentFault("tiny/bank/one.yml", 0, "not read: its name must end in .yaml"),
                        new ContentFault("tiny/bank/two.yaml", 1, "not UTF-8; save the file as UTF-8"));
    }

    @Test
    void aLessonThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Library.shipped().read("nowhere", reader))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("nowhere");
    }
}
