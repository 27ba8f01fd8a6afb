package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße, naïve façade",
                "می‌خواهم بخوانم", // a joiner that Persian spells with
                "क्‍ष", // a joiner that Hindi spells with
                "שלום עולם‏!", // a mark of direction
                "👩‍👩‍👧‍👦 👍🏽 ❤️", // joined emoji, a skin tone, a variation
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇫🇷", // a flag spelled with tags, and one with letters
                "漢字 かな 한국어",
                "Z͍̖͑a̴̡l",
                "two\nlines"
            })
    void scriptsAndEmojiStayAsTheyAre(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a\u202Eb\u202Cc, abc",
        "a\u2066b\u2069c, abc",
        "a\u200Bb\u2060c\uFEFFd, abcd",
        "a\u200Db, ab",
        "bell\u0007, bell",
        "\u001B[31mred, [31mred",
        "x\uDB40\uDC41y, xy",
        "a\tb, a b"
    })
    void whatOnlyDeceivesIsLeftOut(String text, String harmless) {
        assertThat(PlainText.of(text)).isEqualTo(harmless);
    }

    @Test
    void aTextWithNothingToSeeIsNeverEmpty() {
        assertThat(PlainText.fit("\u200B \u202E", 10)).isEqualTo("–");
        assertThat(PlainText.fit("", 10)).isEqualTo("–");
    }

    @Test
    void aTextIsNotCutInsideACharacter() {
        assertThat(PlainText.fit("abc👍def", 5)).isEqualTo("abc…");
    }

    @Test
    void whatIsWrittenFromRightToLeftDoesNotTurnItsNeighbours() {
        assertThat(PlainText.beside("שלום\n1")).isEqualTo("\u2068שלום 1\u2069");
        assertThat(PlainText.beside("left")).isEqualTo("left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<@U0123ABCD>",
                "<https://evil.example|here>",
                "https://evil.example",
                "@here",
                "*bold* _it_ ~gone~ `code`",
                ":smile:",
                "#general"
            })
    void whereSlackObeysMarkupNothingIsLeftToObey(String text) {
        String inert = PlainText.inMarkup(text);

        assertThat(inert).doesNotContainPattern("[<>]|https?:/|@[a-z]|\\*\\w|_\\w|~\\w|`\\w|:\\w|#\\w");
        assertThat(inert.replace("\u2060", "").replace("&lt;", "<").replace("&gt;", ">"))
                .isEqualTo(text);
    }
}
