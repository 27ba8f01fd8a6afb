package org.lessonbot.slack;

import org.lessonbot.chat.Limits;

/** Text that people and models wrote, made harmless without spoiling anybody's script or emoji. */
final class PlainText {
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final String WORD_JOINER = "\u2060";
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";
    private static final String NOTHING = "–";

    private PlainText() {}

    /**
     * The text without characters that show nothing but change how the rest is read: controls, overrides of the reading
     * direction, characters without width. Joiners stay between letters and between emoji, which need them.
     */
    static String of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int[] all = text.codePoints().toArray();
        int before = 0;
        for (int i = 0; i < all.length; i++) {
            int after = i + 1 < all.length ? all[i + 1] : 0;
            if (all[i] == '\t') {
                kept.append(' ');
            } else if (isKept(all[i], before, after)) {
                kept.appendCodePoint(all[i]);
                before = all[i];
            }
        }
        return kept.toString();
    }

    private static boolean isKept(int c, int before, int after) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n';
            case Character.SURROGATE -> false;
            case Character.FORMAT -> isNeeded(c, before, after);
            default -> true;
        };
    }

    private static boolean isNeeded(int c, int before, int after) {
        if (c == 0x200C || c == 0x200D) {
            return before > 0x7F && after > 0x7F;
        }
        // The flags of England, Scotland and Wales are spelled with these.
        if (c >= 0xE0020 && c <= 0xE007F) {
            return before == BLACK_FLAG || before >= 0xE0020 && before <= 0xE007F;
        }
        boolean mark = c == 0x200E || c == 0x200F || c == 0x061C;
        boolean arabicSign = c >= 0x0600 && c <= 0x08FF;
        return mark || arabicSign;
    }

    /** The text as {@link #of(String)}, at most so long, and never empty: Slack refuses a text without characters. */
    static String fit(String text, int most) {
        String harmless = of(text);
        return harmless.isBlank() ? NOTHING : Limits.fit(harmless, most);
    }

    /** The text on one line, kept from turning the reading direction of what stands beside it. */
    static String beside(String text) {
        String line = of(text).replace('\n', ' ');
        boolean turns = line.codePoints().anyMatch(PlainText::isRightToLeft);
        return turns ? ISOLATE + line + END_OF_ISOLATE : line;
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** The text where Slack obeys markup: nothing in it mentions, links or styles. */
    static String inMarkup(String text) {
        StringBuilder inert = new StringBuilder();
        of(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> inert.append("&amp;");
                case '<' -> inert.append("&lt;");
                case '>' -> inert.append("&gt;");
                case '*', '_', '~', '`', '@', '#', ':' ->
                    inert.append(WORD_JOINER).appendCodePoint(c).append(WORD_JOINER);
                default -> inert.appendCodePoint(c);
            }
        });
        return inert.toString();
    }
}
