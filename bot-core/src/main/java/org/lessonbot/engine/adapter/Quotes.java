package org.lessonbot.engine.adapter;

import static org.lessonbot.chat.VisibleText.isBlank;

import java.util.List;

/** Pairs of quotation marks, of all languages, and as keyboards mix them. */
final class Quotes {
    /**
     * Marks of one pair, openers before the bar: all that Unicode calls quotation marks. Where a language turns its marks round, all
     * of them may open and close.
     */
    private static final List<String> PAIRS =
            List.of("\"“”„‟″＂〝〞〟⹂|\"“”„‟″＂〝〞〟⹂", "'‘’‚‛＇|'‘’‚‛＇", "«»|«»", "‹›|‹›", "「｢﹁|」｣﹂", "『﹃|』﹄");

    private Quotes() {}

    /**
     * Where what begins here with an opening mark ends, behind the closing mark: the first of its pair at a word's end.
     *
     * @return {@code from} itself if nothing here stands in quotation marks
     */
    static int end(String text, int from) {
        int open = from;
        while (open < text.length() && isBlank(text.charAt(open))) {
            open++;
        }
        if (open == text.length()) {
            return from;
        }
        String closers = closers(text.charAt(open));
        for (int at = open + 1; at < text.length(); at++) {
            boolean closes = closers.indexOf(text.charAt(at)) >= 0;
            if (closes && (at + 1 == text.length() || isBlank(text.charAt(at + 1)))) {
                return at + 1;
            }
        }
        return from;
    }

    /** The text within its marks if one pair holds all of it, else the text. */
    static String without(String text) {
        int end = end(text, 0);
        return end > 0 && end == text.length() ? text.substring(1, end - 1) : text;
    }

    private static String closers(char opener) {
        return PAIRS.stream()
                .map(pair -> pair.split("\\|"))
                .filter(pair -> pair[0].indexOf(opener) >= 0)
                .map(pair -> pair[1])
                .findFirst()
                .orElse("");
    }
}
