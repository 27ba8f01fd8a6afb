package org.lessonbot.editorial.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * In which year at school a German text can be read with ease, by the first Vienna formula for non-fiction: {@code 0.1935 × MS
 * + 0.1672 × SL + 0.1297 × IW − 0.0327 × ES − 0.875}, where MS, IW and ES are the percentages of words with three
 * syllables or more, with more than six letters and with one syllable, and SL is the words a sentence has on average
 * (R. Bamberger, E. Vanecek, "Lesen – Verstehen – Lernen – Schreiben: Die Schwierigkeitsstufen von Texten in
 * deutscher Sprache", Jugend und Volk, Vienna 1984).
 *
 * <p>Syllables are counted by their vowels. Two different ones in a row are one where they sound together (au, ei, eu, äu, ie),
 * and two of the same always are (Haar, Tee); a "u" behind a "q" is none.
 *
 * @param words in the text
 * @param sentences in the text; the end of a line ends one too
 * @param longWords words of three syllables or more
 * @param wideWords words of more than six letters
 * @param shortWords words of one syllable
 */
record WienerSachtext(int words, int sentences, int longWords, int wideWords, int shortWords) {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern SOUND = Pattern.compile("au|äu|ei|eu|ie|ai|aa|ee|oo|[aeiouyäöü]");
    private static final Pattern MUTE = Pattern.compile("qu");
    /** "am 3. Mai" is no end. */
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})\\.(?=\\s)");

    private static final int LONG = 3;
    private static final int WIDE = 7;

    static WienerSachtext of(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        return new WienerSachtext(
                words.size(),
                Sentences.count(ORDINAL.matcher(text).replaceAll("$1")),
                (int) words.stream().filter(word -> syllables(word) >= LONG).count(),
                (int) words.stream().filter(word -> word.length() >= WIDE).count(),
                (int) words.stream().filter(word -> syllables(word) == 1).count());
    }

    Readability readability() {
        return new Readability("Wiener Sachtextformel", words, grade());
    }

    /** The year at school, from some 4 to 15; below that for texts of very short words. */
    double grade() {
        return words == 0
                ? 0
                : 19.35 * longWords / words
                        + 0.1672 * words / sentences
                        + 12.97 * wideWords / words
                        - 3.27 * shortWords / words
                        - 0.875;
    }

    static int syllables(String word) {
        String small = MUTE.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("q");
        return Math.max(1, (int) SOUND.matcher(small).results().count());
    }
}
