package org.lessonbot.time;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of people without what makes no difference to them: capitals, accents, the kind of digits, what nobody sees. */
final class Plain {
    /** Accents of European scripts. Other scripts write vowels with marks, and those do make a difference. */
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]+");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern DOTS_IN_WORDS = Pattern.compile("[.'\u2019]");

    private Plain() {}

    /** In small letters and the digits 0 to 9. Asked of what is plain already, it changes nothing. */
    static String text(String typed) {
        String parts = Normalizer.normalize(UCharacter.foldCase(typed, true), Normalizer.Form.NFKD);
        String plain = UNSEEN.matcher(ACCENTS.matcher(parts).replaceAll("")).replaceAll("");
        StringBuilder digits = new StringBuilder();
        Normalizer.normalize(plain, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            int digit = Character.isDigit(letter) ? Character.digit(letter, 10) : -1;
            if (digit >= 0) {
                digits.append(digit);
            } else {
                digits.appendCodePoint(letter == '\u0131' ? 'i' : letter);
            }
        });
        return digits.toString().strip();
    }

    /**
     * The beginning of a text that is too long to be what it should be, cut between what people take for characters.
     *
     * @param longest in code points, so that all scripts may be as long
     */
    static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(text.offsetByCodePoints(0, longest))) + "\u2026";
    }

    /** A word as it is looked up: {@code p.m.} is {@code pm}, {@code Dez.} is {@code dez}. */
    static String word(String plain) {
        return DOTS_IN_WORDS.matcher(plain).replaceAll("");
    }
}
