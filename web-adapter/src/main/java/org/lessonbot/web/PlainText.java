package org.lessonbot.web;

import org.lessonbot.chat.VisibleText;

/** Text that people and models wrote, made harmless. */
final class PlainText {
    private PlainText() {}

    /** What can be seen of the text, for HTML, as content or within a quoted attribute. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        VisibleText.of(text).codePoints().forEach(c -> {
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
}
