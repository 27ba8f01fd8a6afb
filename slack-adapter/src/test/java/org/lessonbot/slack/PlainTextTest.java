package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
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
