package org.lessonbot.chat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.IndicSyllabicCategory;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** Characters that show nothing by themselves, and where they are needed all the same. */
final class Invisibles {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;
    /** More marks than a letter keeps, more signs than a picture has: farther back nothing belongs to what comes next. */
    private static final int FAR = 16;

    /** Empty in every font, though Unicode's property for what may be ignored does not name them. */
    private static final String EMPTY = "\uFFF9\uFFFA\uFFFB\uFFFC\uD834\uDD59\uD80D\uDC41\uD80D\uDC42\uD81B\uDFE4";

    private Invisibles() {}

    /** Whether the character at this place is seen, or needed by what stands beside it. */
    static boolean belongs(int[] all, int at, StringBuilder kept) {
        int c = all[at];
        int before = kept.isEmpty() ? ' ' : kept.codePointBefore(kept.length());
        int after = at + 1 < all.length ? all[at + 1] : ' ';
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n';
            case Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> isSeen(c) || isNeeded(c, before, after, kept);
        };
    }

    private static boolean isSeen(int c) {
        return !has(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && !has(c, UProperty.NONCHARACTER_CODE_POINT)
                && EMPTY.codePoints().noneMatch(empty -> empty == c);
    }

    private static boolean isNeeded(int c, int before, int after, StringBuilder kept) {
        if (c == NON_JOINER) {
            return joins(letterBefore(kept)) && joins(after);
        }
        if (c == JOINER) {
            int letter = letterBefore(kept);
            boolean emoji = isPicture(pictureBefore(kept)) && isPicture(after);
            return emoji || joins(letter) && (joins(after) || changesAlone(before, letter));
        }
        if (c == MONGOLIAN_VOWEL_SEPARATOR) {
            return isOf(before, UScript.MONGOLIAN) && isOf(after, UScript.MONGOLIAN);
        }
        return has(c, UProperty.VARIATION_SELECTOR) && varies(c, before, after);
    }

    /** Whether this is a letter or sign of a script that is spelled with joiners, such as Persian, Hindi and Sinhala. */
    private static boolean joins(int c) {
        int type = Character.getType(c);
        boolean spells =
                Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        int joining = UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE);
        boolean cursive = joining != JoiningType.NON_JOINING && joining != JoiningType.TRANSPARENT;
        return spells
                && (cursive
                        || UCharacter.getIntPropertyValue(c, UProperty.INDIC_SYLLABIC_CATEGORY)
                                != IndicSyllabicCategory.OTHER);
    }

    /** Whether a joiner shows after this with nothing behind it: a virama asks for a half letter, Arabic for its open form. */
    private static boolean changesAlone(int before, int letter) {
        int joining = UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
        return UCharacter.getCombiningClass(before) == 9
                || joining == JoiningType.DUAL_JOINING
                || joining == JoiningType.LEFT_JOINING;
    }

    /** The last letter, or the sign that belongs to one of its script; Arabic's vowel signs are passed over. */
    private static int letterBefore(StringBuilder kept) {
        int at = kept.length();
        for (int passed = 0; at > 0 && passed < FAR; passed++) {
            int c = kept.codePointBefore(at);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK && !joins(c);
            if (!mark) {
                return c;
            }
            at -= Character.charCount(c);
        }
        return ' ';
    }

    /** The picture that skin tones and variation selectors before this place belong to. */
    private static int pictureBefore(StringBuilder kept) {
        int at = kept.length();
        for (int passed = 0; at > 0 && passed < FAR; passed++) {
            int c = kept.codePointBefore(at);
            if (!has(c, UProperty.EMOJI_MODIFIER) && !has(c, UProperty.VARIATION_SELECTOR)) {
                return c;
            }
            at -= Character.charCount(c);
        }
        return ' ';
    }

    private static boolean isPicture(int c) {
        return has(c, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static boolean varies(int selector, int before, int after) {
        if (selector == TEXT_STYLE || selector == EMOJI_STYLE) {
            return has(before, UProperty.EMOJI) && (before > 0x7F || after == KEYCAP);
        }
        if (selector >= 0x180B && selector <= 0x180F) {
            return isOf(before, UScript.MONGOLIAN);
        }
        return has(before, UProperty.IDEOGRAPHIC)
                || selector < EMOJI_STYLE
                        && (Character.getType(before) == Character.MATH_SYMBOL
                                || isOf(before, UScript.MYANMAR)
                                || isOf(before, UScript.PHAGS_PA));
    }

    static boolean isDirectionMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C;
    }

    static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return Character.isLetter(c)
                && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /** A mark that stands above or below the others of its letter. */
    static boolean isPiled(int c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                && !has(c, UProperty.VARIATION_SELECTOR);
    }

    /** A letter by meaning, a mark by type, because it is written below another. */
    static boolean isLetterBelow(int c) {
        return switch (UCharacter.getIntPropertyValue(c, UProperty.INDIC_SYLLABIC_CATEGORY)) {
            case IndicSyllabicCategory.CONSONANT_SUBJOINED, IndicSyllabicCategory.CONSONANT_MEDIAL -> isPiled(c);
            default -> false;
        };
    }

    static boolean belongsToTheLetterBefore(int c) {
        return c == JOINER
                || c == NON_JOINER
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || has(c, UProperty.VARIATION_SELECTOR);
    }

    private static boolean isOf(int c, int script) {
        return UScript.getScript(c) == script;
    }

    private static boolean has(int c, int property) {
        return UCharacter.hasBinaryProperty(c, property);
    }
}
