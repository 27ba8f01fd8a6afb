package org.lessonbot.slack;

import org.lessonbot.chat.Limits;
import org.lessonbot.chat.VisibleText;

/** What can be seen of a text that people and models wrote, where Slack would obey it or turn it round. */
final class PlainText {
    private static final String WORD_JOINER = "\u2060";
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    private PlainText() {}

    /** What can be seen of the text, at most so long, and never empty: Slack refuses a text without characters. */
    static String fit(String text, int most) {
        String seen = VisibleText.of(text);
        return VisibleText.isSeen(seen) ? Limits.fit(seen, most) : VisibleText.NOTHING;
    }

    /** The text on one line, kept from turning the reading direction of what stands beside it. */
    static String beside(String text) {
        String line = VisibleText.of(text).replace('\n', ' ');
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
        VisibleText.of(text).codePoints().forEach(c -> {
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
