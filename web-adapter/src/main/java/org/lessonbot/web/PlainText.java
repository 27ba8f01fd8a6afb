package org.lessonbot.web;

/** Text that people and models wrote, made harmless. */
final class PlainText {
    private static final int NAME = 30;

    private PlainText() {}

    /** The text for HTML, as content or within a quoted attribute. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.codePoints().filter(c -> !isTrick(c)).forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
            }
        });
        return html.toString();
    }

    /** A name as it will be shown: one line without invisible characters, at most 30 characters; empty if none is left. */
    static String name(String typed) {
        StringBuilder name = new StringBuilder();
        typed.codePoints().filter(c -> !isTrick(c) && !isJoiner(c)).forEach(c -> {
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            name.appendCodePoint(blank ? ' ' : c);
        });
        String line = name.toString().strip().replaceAll(" +", " ");
        int end = line.offsetByCodePoints(0, Math.min(NAME, line.codePointCount(0, line.length())));
        return line.substring(0, end).strip();
    }

    /** Characters that show nothing but change how the rest is read or drawn. */
    private static boolean isTrick(int c) {
        if (c == '\n' || c == '\t' || isJoiner(c)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> isBlankLetter(c);
        };
    }

    /** Joiners hold emoji and some scripts' letters together, so texts keep them; names do not. */
    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    /** Letters by their type, and empty in every font. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }
}
