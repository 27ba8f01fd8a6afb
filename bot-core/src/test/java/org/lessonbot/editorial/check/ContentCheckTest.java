package org.lessonbot.editorial.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.Lessons;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Source;

class ContentCheckTest {
    private static final Path HERE = Path.of("src/test/resources/org/lessonbot/editorial/check");
    private static final Path GOLDEN = HERE.resolve("faults.txt");

    private final ContentCheck check = new ContentCheck(new PlanReader(Activities.contentTypes()));

    /** Read once: it takes seconds. */
    private static final class Shipped {
        static final CheckReport REPORT =
                new ContentCheck(new PlanReader(Activities.contentTypes())).check(Library.shipped());
    }

    @Test
    void everyFaultOfAFaultyLessonIsNamedWithFileLineAndReason() throws IOException {
        List<String> faults = check.check(Library.at(HERE.resolve("faulty"))).faults().stream()
                .map(ContentFault::toString)
                .toList();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(GOLDEN, faults);
        }
        assertThat(faults).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    @Test
    void anItemWithoutAStageIsNamedLikeAnyOtherFault(@TempDir Path folder) throws IOException {
        Path bank = Lessons.in(folder).resolve("tiny/bank/stages.yaml");
        Files.writeString(bank, Lessons.STAGES.replaceFirst("tuned:", "turned:"));
        assertThat(check.check(Library.at(folder)).faults())
                .contains(new ContentFault(
                        "tiny/bank/stages.yaml", 15, "there must be one response for each of [base, tuned]"));
    }

    @Test
    void aPlanThatCannotBeReadSaysNothingAboutItsBanks(@TempDir Path folder) throws IOException {
        Path plan = Lessons.in(folder).resolve("tiny/lesson.yaml");
        Files.writeString(plan, Lessons.PLAN.replace("activity: stagematch", "activity: stagemtach"));
        assertThat(check.check(Library.at(folder)).faults())
                .filteredOn(fault -> !fault.reason().contains("provenance"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).startsWith("there is no activity stagemtach"));
    }

    @Test
    void draftsOfOnePromptAreThereToChooseFromUntilTwoAreApproved(@TempDir Path folder) throws IOException {
        Path bank = Lessons.in(folder).resolve("tiny/bank/stages.yaml");
        String versions = """
                  - id: rain-2
                    difficulty: easy
                    review: draft
                    prompt: Is it going to rain?
                    responses: {base: "Will it snow? Will it hail?", tuned: "It's dry."}
                    notice: Look.
                """;
        Files.writeString(bank, Lessons.STAGES.replace("# the end\n", versions));
        assertThat(alike(folder)).isEmpty();
        Files.writeString(
                bank, Lessons.STAGES.replace("# the end\n", versions.replace("review: draft", "review: approved")));
        assertThat(alike(folder)).hasSize(3);
    }

    @Test
    void aLessonThatWantsRealResponsesAloneNeedsEnoughOfThem(@TempDir Path folder) throws IOException {
        Path plan = Lessons.in(folder).resolve("tiny/lesson.yaml");
        Files.writeString(plan, Lessons.PLAN.replace("minutes: 20", "minutes: 20\nresponses: real-only"));
        assertThat(check.check(Library.at(folder)).faults())
                .extracting(ContentFault::reason)
                .contains("1 rounds are planned, but the bank stages has 0 approved with real responses alone");
        assertThat(check.check(Library.at(folder)).lessons().get(0).sources())
                .containsEntry("stages", Map.of(Source.MIXED, 1L))
                .containsEntry("preferences", Map.of(Source.WRITTEN, 1L));
        Files.writeString(plan, Lessons.PLAN.replace("minutes: 20", "minutes: 20\nresponses: real"));
        assertThat(check.check(Library.at(folder)).faults())
                .extracting(ContentFault::toString)
                .contains("tiny/lesson.yaml:6: responses must be one of any, prefer-real, real-only, written-only");
    }

    private List<ContentFault> alike(Path folder) {
        return check.check(Library.at(folder)).faults().stream()
                .filter(fault -> fault.reason().contains("much the same"))
                .toList();
    }

    @Test
    void theShippedLessonsHaveNoFault() {
        assertThat(Shipped.REPORT.faults()).isEmpty();
    }

    @Test
    void theFiguresOfTheShippedLessonsAreThoseThatTeachersArePromised() {
        assertThat(Shipped.REPORT.lessons())
                .filteredOn(figures -> figures.lesson().equals("how-ai-learns"))
                .singleElement()
                .satisfies(figures -> {
                    Figures.BankFigures stages = figures.banks().get("stages");
                    assertThat(stages).isNotNull();
                    assertThat(sum(stages)).isGreaterThanOrEqualTo(24);
                    assertThat(stages.guesser())
                            .allMatch(guesser -> guesser.accuracy() <= guesser.bound())
                            .isNotEmpty();
                    Figures.BankFigures preferences = figures.banks().get("preferences");
                    assertThat(preferences).isNotNull();
                    assertThat(preferences.counts()).hasSizeGreaterThanOrEqualTo(15);
                    assertThat(preferences.counts().values())
                            .allMatch(row -> row.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()
                                    >= 4);
                    assertThat(figures.grades()).singleElement().satisfies(grades -> {
                        assertThat(grades.formula()).isEqualTo("Flesch–Kincaid");
                        assertThat(grades.years().getAverage()).isLessThan(8);
                    });
                });
    }

    @Test
    void theGermanLessonHasABankOfItsOwn() {
        assertThat(Shipped.REPORT.lessons())
                .filteredOn(figures -> figures.lesson().equals("wie-ki-lernt"))
                .singleElement()
                .satisfies(figures -> {
                    assertThat(figures.banks()).containsOnlyKeys("favourites", "preferences", "shift", "stages");
                    assertThat(sum(figures.banks().get("shift"))).isGreaterThanOrEqualTo(60);
                    assertThat(List.of(
                                    figures.banks().get("preferences"),
                                    figures.banks().get("stages")))
                            .allMatch(bank -> sum(bank) >= 18)
                            .allSatisfy(bank -> assertThat(bank.counts().values())
                                    .allMatch(row -> row.values().stream()
                                                    .filter(count -> count > 0)
                                                    .count()
                                            >= 3));
                    assertThat(figures.grades())
                            .singleElement()
                            .satisfies(grades -> assertThat(grades.formula()).isEqualTo("Wiener Sachtextformel"));
                });
    }

    private static long sum(Figures.BankFigures bank) {
        return bank.counts().values().stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
