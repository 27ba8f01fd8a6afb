package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.VisibleText;

/** Whatever somebody writes is read as they wrote it, and does nothing. */
class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone and @here",
                "<@1> <@!1> <@&2> <#3> </start:1> <id:customize>",
                "https://evil.example/x?a=b http://evil.example discord://x",
                "[click](https://evil.example) <https://evil.example> <mailto:a@evil.example>",
                "**bold** *it* _under_ __line__ ~~gone~~ ||spoiler|| ***all***",
                "# Big",
                "### Less",
                "-# small",
                "> quoted",
                ">>> all of it",
                "- one",
                "* two",
                "+ three",
                "1. four",
                "12) five",
                "   - indented",
                "`code` ``more``",
                "```js\nalert(1)\n```",
                "```",
                "\\*not\\* \\\\ \\` \\<@1\\>",
                ":smile: <:a:1> <a:b:2> <t:0:R> <sound:1:2>",
                "snake_case_name 3*4*5 a|b 10:30 C:\\new",
                "line one\n# line two\n- line three",
                "text with a back slash at its end \\",
                "naïve Ünïcode, 日本語, हिन्दी, ไทย",
                "👩‍👩‍👧‍👦 👍🏽 🏴‍☠️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 1️⃣ 🫠",
                "שלום עולם مرحبا بالعالم",
                "می‌خواهم क्‍ष"
            })
    void aTextIsReadAsItWasWritten(String text) {
        DiscordMarkdown seen = DiscordMarkdown.read(PlainText.of(text));

        assertThat(seen.text()).isEqualTo(text);
        assertThat(seen.fired()).isEmpty();
    }

    @Test
    void whatIsNotSeenIsDropped() {
        assertThat(PlainText.label("@\u200bevery\u2060one\ufeff\u00ad")).isEqualTo("@everyone");
        assertThat(PlainText.label("h\u200dttps a\u200cb")).isEqualTo("https ab");
        assertThat(PlainText.label("bell\u0007 \u001b[31m nul\u0000")).isEqualTo("bell [31m nul");
        assertThat(PlainText.label("\u3164\u2800\u115f")).isEqualTo(VisibleText.NOTHING);
        assertThat(PlainText.label("")).isEmpty();
        assertThat(PlainText.label("half \ud83d a pair")).isEqualTo("half a pair");
        assertThat(PlainText.label("tag\udb40\udc41s")).isEqualTo("tags");
    }

    @Test
    void nothingRunsAgainstTheReader() {
        assertThat(PlainText.of("start \u202eesrever\u202c \u2066kept\u2069 \u200f\u061c"))
                .isEqualTo("start esrever kept ");
    }

    @Test
    void marksDoNotClimbOverTheLinesAbove() {
        String piled = "Z" + "\u0351".repeat(30);
        assertThat(PlainText.of(piled)).isEqualTo("Z" + "\u0351".repeat(4));
    }

    @Test
    void everyLineBreakIsOne() {
        assertThat(PlainText.of("a\r\nb\u2028c\u0085d")).isEqualTo("a\nb\nc\nd");
        assertThat(PlainText.line("a\n\nb")).isEqualTo("a b");
        assertThat(PlainText.prefixed("> ", "a\n# b")).isEqualTo("> a\n> \\# b");
    }

    @Test
    void nobodyBreaksOutOfACodeBlock() {
        assertThat(PlainText.code("a```\n# b")).doesNotContain("`", "\n");
    }
}
