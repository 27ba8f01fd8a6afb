package org.lessonbot.editorial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WienerSachtextTest {
    @ParameterizedTest
    @CsvSource({
        "Haus, 1",
        "Häuser, 2",
        "Biene, 2",
        "Tee, 1",
        "Quelle, 2",
        "Übung, 2",
        "Theater, 3",
        "heute, 2",
        "Mai, 1",
        "Typ, 1",
        "Straße, 2",
        "geöffnet, 3",
        "Schulstunde, 3",
        "Krankenversicherung, 6"
    })
    void syllablesAreCountedByTheirVowels(String word, int syllables) {
        assertThat(WienerSachtext.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void theYearFollowsTheFormula() {
        WienerSachtext score =
                WienerSachtext.of("Der Hund läuft heute durch die Schulstunde. Das stört am 3. Mai kaum.");
        assertThat(score).isEqualTo(new WienerSachtext(12, 2, 1, 1, 10));
        assertThat(score.grade())
                .isEqualTo(
                        0.1935 * 100 / 12 + 0.1672 * 6 + 0.1297 * 100 / 12 - 0.0327 * 1000 / 12 - 0.875, within(1e-9));
    }

    @Test
    void eachLanguageHasItsOwnFormula() {
        assertThat(Readability.in("de-CH").orElseThrow().apply("Guten Tag!").formula())
                .isEqualTo("Wiener Sachtextformel");
        assertThat(Readability.in("en").orElseThrow().apply("Good day!").formula())
                .isEqualTo("Flesch–Kincaid");
        assertThat(Readability.in("tlh")).isEmpty();
    }
}
