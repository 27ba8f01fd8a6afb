package org.lessonbot.chat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/**
 * What can be seen of a text that people or models wrote. One rule for all that is kept and all that is shown, so that what
 * looks the same is the same, and nothing shows less or does more than can be read.
 *
 * <p>Texts are in Unicode's form NFC (UAX 15). What changes how the rest is read without being seen is left out: controls,
 * overrides of the reading direction, fillers, characters without width. What scripts and emoji are spelled with stays:
 * joiners (UAX 31, section 2.3), variation selectors, the tags of flags that there are (UTS 51). No letter carries more than
 * four marks, which no spelling needs and which would climb over the lines above.
 */
public final class VisibleText {
    /** Stands where something has to stand and there is nothing to see. */
    public static final String NOTHING = "–";

    private static final int MOST_MARKS = 4;
    /** Letters under a letter, as Tibetan stacks them. */
    private static final int MOST_SUBJOINED = 8;

    private static final Pattern BREAKS = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile("[\\h\\v]+");

    private static final char NEXT_LINE = '\u0085';
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int BLACK_FLAG = 0x1F3F4;

    private VisibleText() {}

    /** The text with its lines, each ended by {@code \n} alone. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String seen = cleaned(text);
        // What is left out brings others together, which may then need less than before.
        for (String again = cleaned(seen); !again.equals(seen); again = cleaned(seen)) {
            seen = again;
        }
        return seen;
    }

    private static String cleaned(String text) {
        Normalizer2 form = Normalizer2.getNFCInstance();
        return form.normalize(withFewMarks(form.normalize(withoutUnseen(text))));
    }

    /** The same without blanks at its ends: what is kept of what somebody wrote. */
    public static String body(String text) {
        return strip(of(text));
    }

    /** Any text without the blanks and line ends before and behind it. */
    public static String strip(String text) {
        // By hand: a pattern for blanks at the end looks on from each blank of a run in the middle, which can be long.
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether this is a blank of any width, or ends a line. */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }

    /** The same on one line, with single blanks. */
    public static String line(String text) {
        return BLANKS.matcher(body(text)).replaceAll(" ");
    }

    /** What somebody is called, on one line; empty if nothing of it can be seen. */
    public static String name(String text) {
        if (isPlainLine(text)) {
            return text;
        }
        String line = line(text);
        StringBuilder name = new StringBuilder(line.length());
        line.codePoints().filter(c -> !Invisibles.isDirectionMark(c)).forEach(name::appendCodePoint);
        return isSeen(name.toString()) ? line(name.toString()) : "";
    }

    /** A text on one line where there has to be one: {@link #NOTHING} if nothing of it can be seen. */
    public static String label(String text) {
        String line = line(text);
        return isSeen(line) ? line : NOTHING;
    }

    /** Whether there is anything in it to see: a letter, a digit, a sign, an emoji. Marks alone are nothing. */
    public static boolean isSeen(String text) {
        return of(text).codePoints().anyMatch(VisibleText::isSeen);
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is words of such letters and signs with single blanks between them, as nearly all names are. */
    private static boolean isPlainLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean single = c == ' ' ? before != ' ' : !isBlank(c);
            if (!single || !isPlain(c)) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** Whether this is a letter, sign or blank of most texts, to which nothing has to be done beside others of them. */
    private static boolean isPlain(int c) {
        boolean latin = c >= ' ' && c < 0x300 && (c < 0x7F || c > 0x9F) && c != 0xAD;
        return latin || c == '\n' || c >= 0x2010 && c <= 0x2027 || c >= 0x2030 && c <= 0x205E;
    }

    private static String withoutUnseen(String text) {
        int[] all = BREAKS.matcher(text).replaceAll("\n").codePoints().toArray();
        StringBuilder kept = new StringBuilder(text.length());
        boolean rightToLeft = text.codePoints().anyMatch(Invisibles::isRightToLeft);
        for (int i = 0; i < all.length; i++) {
            int flag = all[i] == BLACK_FLAG ? flag(all, i) : 0;
            if (flag > 0) {
                kept.append(new String(all, i, flag));
                i += flag - 1;
            } else if (all[i] == '\t' || all[i] == BRAILLE_BLANK) {
                kept.append(' ');
            } else if (Invisibles.isDirectionMark(all[i]) ? rightToLeft : Invisibles.belongs(all, i, kept)) {
                kept.appendCodePoint(all[i]);
            }
        }
        return kept.toString();
    }

    /** How many characters from here on spell one of the flags of England, Scotland and Wales; 0 if they do not. */
    private static int flag(int[] all, int at) {
        int end = at + 1;
        while (end < all.length && all[end] >= 0xE0020 && all[end] <= 0xE007F) {
            end++;
        }
        String flag = new String(all, at, end - at);
        return UCharacter.hasBinaryProperty(flag, UProperty.RGI_EMOJI_TAG_SEQUENCE) ? end - at : 0;
    }

    private static String withFewMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        int subjoined = 0;
        for (int c : text.codePoints().toArray()) {
            boolean keeps = true;
            if (Invisibles.isLetterBelow(c)) {
                subjoined++;
                keeps = subjoined <= MOST_SUBJOINED;
            } else if (Invisibles.isPiled(c)) {
                marks++;
                keeps = marks <= MOST_MARKS;
            } else if (!Invisibles.belongsToTheLetterBefore(c)) {
                marks = 0;
                subjoined = 0;
            }
            if (keeps) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }
}
