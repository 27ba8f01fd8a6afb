package org.lessonbot.page;

import static org.lessonbot.page.Html.element;
import static org.lessonbot.page.Html.escape;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lessonbot.chat.Words;
import org.lessonbot.picture.Drawing;
import org.lessonbot.picture.Picture;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.png.Png;

/** A picture within a page: what it shows as a table too, and the picture to take away as files of its own. */
final class Figure {
    /** Sharp on paper, a hand's breadth wide. */
    private static final int PIXELS = 1200;

    private Figure() {}

    /** @param table what it shows, as HTML; one press away on a screen */
    static String html(Picture picture, String table, Words words) {
        return "<figure class=\"drawn\">" + element("figcaption", picture.said().title()) + Drawing.inPage(picture)
                + "<div class=\"save\"><details><summary>" + escape(words.say("report.as-table")) + "</summary>" + table
                + "</details>" + files(picture, words) + "</div></figure>";
    }

    /** With the table that goes with every picture. */
    static String html(Picture picture, Words words) {
        Said said = picture.said();
        return html(picture, Html.table("", said.title(), said.columns(), said.rows()), words);
    }

    /** Nothing but the picture and what it is about. */
    static String plain(Picture picture) {
        return "<figure class=\"drawn\">" + element("figcaption", picture.said().title()) + Drawing.inPage(picture)
                + "</figure>";
    }

    private static String files(Picture picture, Words words) {
        String name = escape(
                picture.said().title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", ""));
        String svg =
                file(name + ".svg", "image/svg+xml", Drawing.alone(picture).getBytes(StandardCharsets.UTF_8), "SVG");
        String png = Png.of(picture, PIXELS)
                .map(image -> " " + file(name + ".png", "image/png", image, "PNG"))
                .orElse("");
        return "<p>" + escape(words.say("report.save")) + " " + svg + png + "</p>";
    }

    private static String file(String name, String type, byte[] content, String label) {
        return "<a download=\"" + name + "\" href=\"data:" + type + ";base64,"
                + Base64.getEncoder().encodeToString(content) + "\">" + label + "</a>";
    }
}
