package org.lessonbot.picture;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Letters of one size, and how much room they take. Whoever opens a drawing has fonts of their own, so a text is given as much room as
 * the wider of the usual ones need.
 *
 * @param size of the font, in units of the drawing
 */
record Lettering(double size, boolean bold) {
    private static final double BOLD = 1.09;
    private static final double SMALLEST = 0.75;

    /** How far one line is below the other. */
    double leading() {
        return size * 1.28;
    }

    double width(String text) {
        double ems = text.codePoints().mapToDouble(Lettering::ems).sum();
        return ems * size * (bold ? BOLD : 1);
    }

    private static double ems(int c) {
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT:
                return 0;
            case Character.UPPERCASE_LETTER:
                return c == 'I' || c == 'J' ? 0.36 : c == 'M' || c == 'W' ? 0.95 : 0.72;
            default:
                break;
        }
        if (c >= 0x1100 && (c < 0x1E00 || c >= 0x2E80)) {
            return 1.1;
        }
        return switch (c) {
            case 'i', 'j', 'l', '.', ',', ':', ';', '\'', '|', '!', ' ', '\u00a0' -> 0.34;
            case 'f', 't', 'r', '(', ')', '-' -> 0.43;
            case 'm', 'w', '%', '@', '&' -> 0.97;
            default -> 0.63;
        };
    }

    /**
     * The text in lines that fit, broken between words, or after a hyphen; what is longer than all of them ends with an ellipsis.
     *
     * @param lines how many there may be, 1 or more
     */
    List<String> lines(String text, double width, int lines) {
        List<String> all = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && all.size() < lines) {
            boolean last = all.size() == lines - 1;
            int end = last && width(rest) > width ? cut(rest, width) : breakAt(rest, width);
            all.add(rest.substring(0, end).strip() + ending(rest, end, last));
            rest = rest.substring(end).strip();
        }
        return all;
    }

    /** What shows that a text goes on: in the middle of a word, or nowhere at all. */
    private static String ending(String text, int end, boolean last) {
        if (end == text.length()) {
            return "";
        }
        return last ? "…" : isBreak(text, end) ? "" : "-";
    }

    private static boolean isBreak(String text, int at) {
        return Character.isWhitespace(text.charAt(at)) || "-\u2010/".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** Letters as small as needed, down to three quarters, for the longest word to fit. */
    Lettering forWord(String text, double width) {
        double longest = words(text).stream().mapToDouble(this::width).max().orElse(0);
        return longest <= width ? this : new Lettering(size * Math.max(SMALLEST, width / longest), bold);
    }

    private static List<String> words(String text) {
        return List.of(text.split("(?<=[-\u2010/])|\\s+"));
    }

    private int breakAt(String text, double width) {
        if (width(text) <= width) {
            return text.length();
        }
        int end = 0;
        for (int i = 1; i < text.length(); i++) {
            if (isBreak(text, i) && width(text.substring(0, i)) <= width) {
                end = i;
            }
        }
        return end > 0 ? end : cut(text, width);
    }

    /** How much of a text fits before an ellipsis; never a part of what is seen as one character. */
    private int cut(String text, double width) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        double room = width - width("…");
        int end = characters.first();
        int first = characters.next();
        for (int next = first;
                next != BreakIterator.DONE && width(text.substring(0, next)) <= room;
                next = characters.next()) {
            end = next;
        }
        return end > 0 ? end : first;
    }
}
