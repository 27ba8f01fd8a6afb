package org.lessonbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße, naïve façade – „so“ …",
                "Tiếng Việt: những điều tốt đẹp",
                "ที่นี่ก็ดี น้ำ",
                "می\u200cخواهم نامه\u200cای \u06f1\u06f3\u06f9\u06f5 ه\u200d.ش", // Persian's joiners, one with nothing
                // behind it
                "क्\u200dष क्\u200cष", // Hindi's half and whole letters
                "ශ්\u200dරී ලංකා", // Sinhala
                "ന്\u200d", // Malayalam's old way of writing a letter at a word's end
                "র\u200d্য", // Bengali: the joiner before the virama
                "בְּרֵאשִׁ֖ית בָּרָ֣א", // Hebrew with points and cantillation
                "שלום עולם!\u200f",
                "བསྒྲུབས་",
                "မြန်မာ မြွှဲ့",
                "👩\u200d👩\u200d👧\u200d👦 👍🏽 👩🏽\u200d🚀 ❤\ufe0f 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 🫠",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F England",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F"
                        + "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F",
                "🏴\u200d☠\ufe0f 🇫🇷",
                "葛\uDB40\uDD00城 漢字 かな 한국어",
                "two\nlines, 10\u202f000 and\u00a0more"
            })
    void whatScriptsAndEmojiAreSpelledWithStays(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(Normalizer2.getNFCInstance().normalize(text));
        assertThat(VisibleText.isSeen(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a\u202eb\u202cc, abc",
        "a\u2066b\u2069c, abc",
        "a\u200bb\u2060c\ufeffd\u00ade, abcde",
        "a\u200db\u200cc, abc",
        "Ann\u200f\u200e\u061c, Ann",
        "a\u034fb\u3164c\u115fd\u1160e\uffa0f, abcdef",
        "a\u2800b, a b",
        "a\tb, a b",
        "bell\u0007 \u001b[31m\u0000, bell [31m",
        "a\ufe0fb\udb40\udd00c, abc",
        "1\ufe0f, 1",
        "x\udb40\udc41y, xy",
        "\uD83C\uDFF4\uDB40\uDC61\uDB40\uDC62\uDB40\uDC7F!, \uD83C\uDFF4!",
        "👍\u200d, 👍",
        "half \ud83d a pair, half  a pair",
        "\ue000\uffff\ufffca, a",
        "من\u200c, من"
    })
    void whatOnlyDeceivesIsLeftOut(String text, String seen) {
        assertThat(VisibleText.of(text)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "\u2800\u2800",
                "\u034f",
                "\u200b\u200d\u2060",
                "\u202e\u202c",
                "\u00a0\u2003\u3000",
                "\ufe0f",
                "\udb40\udc41\udb40\udc7f",
                "\u0301\u0301",
                "\u00ad",
                "\u061c\u200f",
                "\u180e",
                "\ue000",
                "\ud83d",
                "\n\t\u0000",
                "\ufffc"
            })
    void whatShowsNothingIsNoText(String text) {
        assertThat(VisibleText.isSeen(text)).isFalse();
        assertThat(VisibleText.name(text)).isEmpty();
        assertThat(VisibleText.label(text)).isEqualTo(VisibleText.NOTHING);
        assertThat(new Option("x", text).label()).isEqualTo(VisibleText.NOTHING);
    }

    @Test
    void noLetterCarriesMoreThanFourMarks() {
        assertThat(VisibleText.of("Z" + "\u0351".repeat(30) + "a")).isEqualTo("Z" + "\u0351".repeat(4) + "a");
        assertThat(VisibleText.of("ก" + "\u0e47".repeat(30))).isEqualTo("ก" + "\u0e47".repeat(4));
        assertThat(VisibleText.of("क" + "\u0940\u0951".repeat(9)).codePoints().filter(c -> c == 0x951))
                .hasSize(4);
    }

    @Test
    void oneNameInTwoFormsIsOneName() {
        assertThat(VisibleText.name(" Zo\u0308e\u0301 \n Smith\u200f ")).isEqualTo("Zöé Smith");
        assertThat(new Person("1", "Jose\u0301", false)).isEqualTo(new Person("1", "José", false));
    }

    @Test
    void everyLineBreakIsOne() {
        assertThat(VisibleText.of("a\r\nb\u2028c\u0085d")).isEqualTo("a\nb\nc\nd");
        assertThat(VisibleText.body("\u00a0\n a\n b \u3000")).isEqualTo("a\n b");
        assertThat(VisibleText.line(" a \n\n b ")).isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, 6, abcdef",
        "abcdef, 5, abcd…",
        "abc👍def, 5, abc…",
        "abc👍🏽d, 6, abc…",
        "ab🇫🇷🇩🇪, 8, ab🇫🇷…",
        "abe\u0304\u0301f, 5, ab…",
        "한국어, 2, 한…",
        "👩\u200d👩\u200d👧\u200d👦!, 4, 👩\u200d…",
        "👩\u200d👩\u200d👧\u200d👦!, 3, 👩…",
        "👍👍, 2, …"
    })
    void aTextIsCutBetweenWhatPeopleTakeForCharacters(String text, int most, String cut) {
        assertThat(Limits.fit(text, most)).isEqualTo(cut).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, 6, abcdef",
        "abcdef, 5, …cdef",
        "abc def, 5, …def",
        "🇫🇷🇩🇪ab, 8, …🇩🇪ab",
        "fe\u0304\u0301ab, 5, …ab",
        "👍👍, 2, …"
    })
    void anEndIsCutBetweenThemToo(String text, int most, String cut) {
        assertThat(Limits.fitEnd(text, most)).isEqualTo(cut).hasSizeLessThanOrEqualTo(most);
    }

    /** What is clean stays so, in NFC and free of what deceives, however wild it was. */
    @Test
    void anyTextIsCleanAfterwardsAndStaysAsItIs() {
        Random random = new Random(20261129);
        int[] wild =
                ("aé \n\t\u200d\u200c\u200f\u202e\u2066\u0301\u0316\u3164\u034f\ufe0f\u20e3👍🏽👩🇫🇷1क्षරීമിبه\u064e\u05d7\u05b0\u0f40\u0f90"
                                + "\u180b\u1820葛\uDB40\uDD00\uDB40\uDC67\uDB40\uDC7F\uD83C\uDFF4\u1100\u1161\u0958\u2800\u115f\ue000\ud834\udd59")
                        .codePoints()
                        .toArray();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, wild.length).forEach(at -> text.appendCodePoint(wild[at]));
            String seen = VisibleText.of(text.toString());

            assertThat(VisibleText.of(seen)).as("%s", text).isEqualTo(seen);
            assertThat(Normalizer2.getNFCInstance().isNormalized(seen)).isTrue();
            assertThat(seen).doesNotContainPattern("[\u202a-\u202e\u2060-\u206f\u3164\u034f\u115f\u1160\u200b\t]");
            assertThat(isCutAtABorder(seen, random)).as(seen).isTrue();
        }
    }

    private static boolean isCutAtABorder(String text, Random random) {
        int most = 2 + random.nextInt(20);
        String cut = Limits.fit(text, most);
        BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
        borders.setText(text);
        return cut.equals(text) || borders.following(0) >= most || borders.isBoundary(cut.length() - 1);
    }

    /** In none of them may looking forward or back grow with the text: whoever sends it would hold up the class for minutes. */
    @Test
    void aLongTextOfBlanksOrSignsIsReadAtOnce() {
        String gap = "a" + " ".repeat(100_000) + "b";
        assertThat(VisibleText.body("\n" + gap + " ")).isEqualTo(gap);
        assertThat(VisibleText.of("\u0628" + "\u064e\u200c".repeat(30_000))).isEqualTo("\u0628" + "\u064e".repeat(4));
        assertThat(VisibleText.of("👍" + "🏽\u200d".repeat(20_000))).isEqualTo("👍" + "🏽".repeat(20_000));
    }

    @Test
    void whatIsWrittenAndCannotBeSeenIsFound() {
        Interaction.Submit submit = new Interaction.Submit(
                new Action(1, "", 0, "x", ""), Map.of("a", "\u3164", "b", " ", "c", "see", "d", ""));

        assertThat(submit.unseen()).isEqualTo(Set.of("a"));
        assertThat(new Interaction.Command("ask", Map.of("question", "\u200b")).unseen())
                .containsExactly("question");
        assertThat(new Interaction.Submit(submit.action(), Map.of("a", " e\u0301\u200b "))
                        .visible()
                        .values())
                .isEqualTo(Map.of("a", "é"));
    }
}
