package org.lessonbot.web;

import org.lessonbot.page.Html;

/** Text that people and models wrote, made harmless. */
final class PlainText {
    private PlainText() {}

    /** What can be seen of the text, for HTML, as content or within a quoted attribute. */
    static String escape(String text) {
        return Html.escape(text);
    }
}
