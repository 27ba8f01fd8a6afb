package org.lessonbot.page;

import java.util.List;
import java.util.stream.Collectors;
import org.lessonbot.chat.VisibleText;

/** Text that people and models wrote, made harmless, and the few elements that all pages are made of. */
public final class Html {
    private Html() {}

    /** What can be seen of the text, for HTML, as content or within a quoted attribute. */
    public static String escape(String text) {
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

    /** An element with a text in it. */
    static String element(String name, String text) {
        return "<" + name + " dir=\"auto\">" + lines(text) + "</" + name.split(" ", 2)[0] + ">";
    }

    /** The same of a class. */
    static String element(String name, String styled, String text) {
        return "<" + name + " class=\"" + styled + "\" dir=\"auto\">" + lines(text) + "</" + name + ">";
    }

    /** Paragraphs, parted by blank lines. */
    public static String paragraphs(String text) {
        return List.of(text.strip().lines().collect(Collectors.joining("\n")).split("\n\\s*\n")).stream()
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> element("p", paragraph))
                .collect(Collectors.joining());
    }

    public static String items(List<String> lines) {
        return lines.stream().map(line -> element("li", line)).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /**
     * A table that scrolls within itself where it is wider than the page.
     *
     * @param styled the table's class; may be empty
     * @param caption may be empty
     */
    static String table(String styled, String caption, List<String> columns, List<List<String>> rows) {
        String head = columns.stream()
                .map(column -> "<th scope=\"col\" dir=\"auto\">" + escape(column) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
        String body = rows.stream().map(Html::row).collect(Collectors.joining("", "<tbody>", "</tbody>"));
        String label = escape(caption.isEmpty() ? String.join(", ", columns) : caption);
        return "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + label + "\"><table"
                + (styled.isEmpty() ? "" : " class=\"" + styled + "\"") + ">"
                + (caption.isEmpty() ? "" : element("caption", caption)) + head + body + "</table></div>";
    }

    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append(i == 0 ? "<th scope=\"row\" dir=\"auto\">" : "<td dir=\"auto\">")
                    .append(lines(cells.get(i)))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        return row.append("</tr>").toString();
    }

    /** Lines, parted by {@code br}. */
    public static String lines(String text) {
        return text.strip().lines().map(Html::escape).collect(Collectors.joining("<br>"));
    }
}
