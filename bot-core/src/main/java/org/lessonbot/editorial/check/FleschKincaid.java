package org.lessonbot.editorial.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many years at an American school somebody needs to read an English text with ease: {@code 0.39 × words a sentence +
 * 11.8 × syllables a word − 15.59} (J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of new
 * readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975). Grade 8 is age 13 to 14.
 *
 * <p>Syllables are counted by their vowels, as the formula's programs do; for one word that may be wrong by one.
 *
 * @param words in the text
 * @param sentences in the text; the end of a line ends one too, so that lists and verses count
 * @param syllables in the text
 */
record FleschKincaid(int words, int sentences, int syllables) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:'[a-z]+)?");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile("(?:[^laeiouy]|[aeiouy]l)es?$|[^aeiouytd]ed$");

    static FleschKincaid of(String text) {
        String plain = text.replace('’', '\'');
        List<String> words =
                WORD.matcher(plain).results().map(match -> match.group()).toList();
        return new FleschKincaid(
                words.size(),
                Sentences.count(plain),
                words.stream().mapToInt(FleschKincaid::syllables).sum());
    }

    Readability readability() {
        return new Readability("Flesch–Kincaid", words, grade());
    }

    /** The grade; below 1 for texts of very short words. */
    double grade() {
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    static int syllables(String word) {
        String small = word.toLowerCase(Locale.ROOT).replaceAll("'.*", "");
        int vowels = (int) VOWELS.matcher(small).results().count();
        int silent = SILENT.matcher(small).find() && !small.matches(".*([sxz]|[cs]h|[cg])es$") ? 1 : 0;
        return Math.max(1, vowels - silent);
    }
}
