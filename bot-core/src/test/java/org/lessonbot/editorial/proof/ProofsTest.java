package org.lessonbot.editorial.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.editorial.Lessons;
import org.lessonbot.plan.Review;

class ProofsTest {
    @TempDir
    private Path folder;

    private Proofs proofs = new Proofs(Path.of(""), Lessons.READER);

    @BeforeEach
    void aLessonInAFolder() throws IOException {
        proofs = new Proofs(Lessons.in(folder), Lessons.READER);
    }

    @Test
    void retiringChangesOneWordOfTheFile() throws IOException {
        assertThat(decide("rain", Map.of(), Review.RETIRED)).isInstanceOf(Verdict.Saved.class);
        assertThat(stages()).isEqualTo(Lessons.STAGES.replace("review: approved", "review: retired"));
    }

    @Test
    void everyFieldIsWrittenInTheStyleThatStandsThere() throws IOException {
        Verdict verdict = decide(
                "rain",
                Map.of(
                        "difficulty", "hard",
                        "prompt", "Will: it rain?",
                        "responses/base", "One.\r\n\r\n  Two: 🐙",
                        "responses/tuned", "It's \"wet\".",
                        "notice", "word ".repeat(40)),
                Review.APPROVED);
        assertThat(verdict).isInstanceOf(Verdict.Saved.class);
        String wrapped = "      " + "word ".repeat(22).strip() + "\n      "
                + "word ".repeat(18).strip();
        assertThat(stages())
                .isEqualTo(Lessons.STAGES
                        .replace("difficulty:   easy   # is it?", "difficulty:   hard   # is it?")
                        .replace("\"Is it going to rain?\"", "|-\n      Will: it rain?")
                        .replace("Will it snow?\n\n        Will it hail?", "One.\n\n          Two: 🐙")
                        .replace("'It''s dry.'", "|-\n          It's \"wet\".")
                        .replace("      The base response goes on with\n      more questions.", wrapped));
    }

    @Test
    void approvingADraftNeedsWhatOnlyAReviewerCanGive() throws IOException {
        Verdict without = decide("snow", Map.of(), Review.APPROVED);
        assertThat(without)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .anyMatch(reason -> reason.contains("notice is missing"))
                                .anyMatch(reason -> reason.contains("difficulty is missing")));
        assertThat(stages()).isEqualTo(Lessons.STAGES);

        Verdict with = decide("snow", Map.of("difficulty", "easy", "notice", "A short one: see?"), Review.APPROVED);
        assertThat(with).isInstanceOf(Verdict.Saved.class);
        assertThat(stages())
                .isEqualTo(Lessons.STAGES
                        .replace("- id: snow\n", "- id: snow\n    difficulty: easy\n")
                        .replace("review: draft", "review: approved")
                        .replace("tuned: No.\n", "tuned: No.\n    notice: >-\n      A short one: see?\n"));
    }

    @Test
    void anItemThatChangedInTheMeantimeIsNotOverwritten() throws IOException {
        String seen = proof("rain").mark();
        Path file = folder.resolve("tiny/bank/stages.yaml");
        Files.writeString(file, Lessons.STAGES.replace("It''s dry.", "It''s not."));
        Decision late = new Decision("tiny", "rain", seen, Map.of("prompt", "Mine?"), Review.APPROVED);
        assertThat(proofs.decide(late)).isInstanceOf(Verdict.Changed.class);
        assertThat(stages()).doesNotContain("Mine?");
    }

    @Test
    void aChangeOfAnotherItemIsNoConflict() throws IOException {
        Decision first = new Decision("tiny", "rain", proof("rain").mark(), Map.of(), Review.RETIRED);
        Decision second = new Decision("tiny", "snow", proof("snow").mark(), Map.of(), Review.RETIRED);
        assertThat(proofs.decide(first)).isInstanceOf(Verdict.Saved.class);
        assertThat(proofs.decide(second)).isInstanceOf(Verdict.Saved.class);
        assertThat(stages()).doesNotContain("review: approved", "review: draft");
    }

    @Test
    void aCharacterThatNoTextHasIsRefused() throws IOException {
        assertThat(decide("rain", Map.of("prompt", "a\u0007b"), Review.APPROVED))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(stages()).isEqualTo(Lessons.STAGES);
    }

    @Test
    void aTextThatWasEmptiedIsRefusedAndNotKeptInSilence() throws IOException {
        assertThat(decide("rain", Map.of("prompt", " \n"), Review.APPROVED).toString())
                .contains("Refused", "the field prompt is empty");
        assertThat(stages()).isEqualTo(Lessons.STAGES);
    }

    @Test
    void anItemThatIsGoneIsGone() {
        assertThat(proofs.decide(new Decision("tiny", "fog", "", Map.of(), Review.APPROVED)))
                .isInstanceOf(Verdict.Gone.class);
    }

    private Verdict decide(String item, Map<String, String> fields, Review review) {
        return proofs.decide(new Decision("tiny", item, proof(item).mark(), fields, review));
    }

    private Proof proof(String item) {
        return proofs.all().stream()
                .filter(one -> one.entry().item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private String stages() throws IOException {
        return Files.readString(folder.resolve("tiny/bank/stages.yaml"));
    }
}
