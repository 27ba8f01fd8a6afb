package org.lessonbot.editorial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleschKincaidTest {
    @ParameterizedTest
    @CsvSource({
        "cat, 1",
        "apple, 2",
        "banana, 3",
        "make, 1",
        "makes, 1",
        "named, 1",
        "wanted, 2",
        "needed, 2",
        "boxes, 2",
        "wishes, 2",
        "changes, 2",
        "table, 2",
        "tables, 2",
        "rules, 1",
        "while, 1",
        "the, 1",
        "rhythm, 1",
        "beautiful, 3",
        "don't, 1",
        "I, 1",
        "education, 4",
        "water, 2"
    })
    void syllablesAreCountedByTheirVowels(String word, int syllables) {
        assertThat(FleschKincaid.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void theGradeFollowsTheFormula() {
        FleschKincaid score = FleschKincaid.of("The cat sat on the mat. It was warm.");
        assertThat(score).isEqualTo(new FleschKincaid(9, 2, 9));
        assertThat(score.grade()).isEqualTo(0.39 * 4.5 + 11.8 - 15.59, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two! Three?|3",
                "A list:\\none\\ntwo|3",
                "It cost 3.50 today.|1",
                "“Well.” He left.|2",
                "no end|1",
                "''|1"
            })
    void sentencesEndAtMarksAndAtTheEndsOfLines(String text, int sentences) {
        assertThat(FleschKincaid.of(text.replace("\\n", "\n")).sentences()).isEqualTo(sentences);
    }
}
