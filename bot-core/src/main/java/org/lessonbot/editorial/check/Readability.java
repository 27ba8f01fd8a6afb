package org.lessonbot.editorial.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many years at school somebody needs to read a text with ease.
 *
 * @param formula by which this was computed; each holds for one language alone
 * @param words in the text
 * @param grade below 1 for texts of very short words
 */
record Readability(String formula, int words, double grade) {
    private static final Map<String, Function<String, Readability>> FORMULAS = Map.of(
            "en", text -> FleschKincaid.of(text).readability(),
            "de", text -> WienerSachtext.of(text).readability());

    /**
     * What reads texts of a language; nothing where no formula for it is known here.
     *
     * @param language a BCP 47 tag
     */
    static Optional<Function<String, Readability>> in(String language) {
        return Optional.ofNullable(FORMULAS.get(Locale.forLanguageTag(language).getLanguage()));
    }
}
