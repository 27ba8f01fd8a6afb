package org.lessonbot.discord;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes any text harmless: what somebody wrote is read as they wrote it, and does nothing. Markdown is escaped with
 * backslashes, which Discord takes before every ASCII punctuation mark; characters that are not seen but hide, reorder or
 * imitate are dropped, except the joiners that emoji and scripts such as Persian and Hindi need.
 */
final class PlainText {
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    /** Marks upon one letter; no script stacks more, and more of them climb over the lines above. */
    private static final int MOST_MARKS = 4;

    private static final Pattern ANYWHERE = Pattern.compile("[\\\\*_~|`<\\[\\]@]|:(?=\\S)");
    private static final Pattern AT_START = Pattern.compile("(?m)^(\\s*)([#>+-])");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s*\\d+)([.)])");
    private static final Pattern BREAKS = Pattern.compile("\\R");

    private PlainText() {}

    /** The text with its lines, as markdown that shows it. */
    static String of(String text) {
        String escaped = ANYWHERE.matcher(clean(text)).replaceAll("\\\\$0");
        escaped = AT_START.matcher(escaped).replaceAll("$1\\\\$2");
        return NUMBERED.matcher(escaped).replaceAll("$1\\\\$2");
    }

    /** The same on one line. */
    static String line(String text) {
        return of(oneLine(text));
    }

    /** For labels, which Discord never reads as markdown. */
    static String label(String text) {
        return clean(oneLine(text)).strip();
    }

    /** For a line inside a code block, where only a backtick means something. */
    static String code(String text) {
        return label(text).replace('`', '\u02CB');
    }

    /** The text with this before each of its lines. */
    static String prefixed(String prefix, String text) {
        return of(text).lines().map(line -> prefix + line).collect(Collectors.joining("\n"));
    }

    private static String oneLine(String text) {
        return BREAKS.matcher(text.strip()).replaceAll("\n").replaceAll("\n+", " ");
    }

    private static String clean(String text) {
        int[] all = BREAKS.matcher(text).replaceAll("\n").codePoints().toArray();
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < all.length; i++) {
            int before = kept.isEmpty() ? ' ' : kept.codePointBefore(kept.length());
            marks = mark(all[i]) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && belongs(all[i], before, i + 1 < all.length ? all[i + 1] : ' ')) {
                kept.appendCodePoint(all[i]);
            }
        }
        return kept.toString();
    }

    private static boolean belongs(int character, int before, int after) {
        if (character == ZWJ || character == ZWNJ) {
            return joins(before) && joins(after);
        }
        if (character >= 0xE0020 && character <= 0xE007F) {
            return before == BLACK_FLAG || before >= 0xE0020 && before <= 0xE007F;
        }
        return character == '\n' || character == '\t' || !invisible(character);
    }

    /** Whether a joiner beside this can change how it is written: never in Latin, never beside a blank. */
    private static boolean joins(int character) {
        return character > 0x2FF && !Character.isWhitespace(character) && !invisible(character);
    }

    private static boolean mark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK && character < 0xFE00;
    }

    private static boolean invisible(int character) {
        boolean filler = character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800;
        boolean unseen = switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.FORMAT -> character < 0x0600 || character > 0x08E2 || character == 0x061C;
            default -> false;
        };
        return filler || unseen;
    }
}
