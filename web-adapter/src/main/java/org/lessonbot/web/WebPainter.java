package org.lessonbot.web;

import static org.lessonbot.page.Html.escape;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Painter;
import org.lessonbot.chat.Words;
import org.lessonbot.page.Html;
import org.lessonbot.picture.Drawing;

/**
 * Draws blocks as HTML in which every text is inert. The page may not run inline scripts or styles, so a bar's length is an
 * SVG attribute. What a screen reader needs to know stands in the text.
 */
final class WebPainter implements Painter<String> {
    private final Words words;
    private final boolean acts;
    private final boolean marks;

    private WebPainter(Words words, boolean acts, boolean marks) {
        this.words = words;
        this.acts = acts;
        this.marks = marks;
    }

    /** For everybody's post, where each person's page marks what they chose. */
    static WebPainter forPeople(Words words) {
        return new WebPainter(words, true, true);
    }

    /** For what one person is told. The answer to a press takes its place, so that nothing in it is ever marked. */
    static WebPainter forOne(Words words) {
        return new WebPainter(words, true, false);
    }

    /** For the projector, where nothing can be pressed. */
    static WebPainter forBoard(Words words) {
        return new WebPainter(words, false, false);
    }

    String paint(Message message) {
        StringBuilder page = new StringBuilder();
        boolean inCards = false;
        for (Block block : message.blocks()) {
            String html = block.paint(this);
            if (html.isEmpty()) {
                continue;
            }
            boolean card = block instanceof Block.Row;
            page.append(page.isEmpty() ? "" : inCards && !card ? "</div>\n" : "\n");
            page.append(card && !inCards ? "<div class=\"cards\">" : "").append(html);
            inCards = card;
        }
        return page.append(inCards ? "</div>" : "").toString();
    }

    @Override
    public String heading(Block.Heading heading) {
        String title = "<h3 dir=\"auto\">" + escape(heading.text()) + "</h3>";
        return acts ? title : heading.place().map(place -> place(place, title)).orElse(title);
    }

    private static String place(Block.Place place, String title) {
        return "<header class=\"place\"><p class=\"where\"><span dir=\"auto\">" + escape(place.lesson())
                + "</span> <span dir=\"auto\">" + escape(place.step()) + "</span></p>" + title
                + place.end().map(WebPainter::left).orElse("") + "</header>";
    }

    /** What is left of a step's time; the page counts it down. */
    private static String left(Block.Moment end) {
        return "<p class=\"left\"><span class=\"label\" dir=\"auto\">" + escape(end.label())
                + "</span> <time data-left=\"true\" datetime=\"" + end.instant() + "\">" + end.instant()
                + "</time></p>";
    }

    @Override
    public String text(Block.Text text) {
        return Html.paragraphs(text.text());
    }

    @Override
    public String labelled(Block.Labelled labelled) {
        return "<div class=\"labelled\"><p class=\"label\" dir=\"auto\">" + escape(labelled.label()) + "</p>"
                + Html.paragraphs(labelled.text()) + "</div>";
    }

    @Override
    public String quote(Block.Quote quote) {
        return "<figure class=\"quote\">"
                + optional("<figcaption class=\"label\" dir=\"auto\">", quote.label(), "</figcaption>")
                + "<blockquote>" + Html.paragraphs(quote.text()) + "</blockquote>"
                + optional("<p class=\"source\" dir=\"auto\">", quote.source(), "</p>") + "</figure>";
    }

    @Override
    public String items(Block.Items items) {
        return Html.items(items.lines());
    }

    @Override
    public String bars(Block.Bars bars) {
        int total = bars.total();
        String rows = bars.bars().stream().map(bar -> bar(bar, total)).collect(Collectors.joining());
        return "<table class=\"bars\"><caption dir=\"auto\">" + escape(bars.caption()) + "</caption><tbody>" + rows
                + "</tbody></table>";
    }

    private String bar(Block.Bar bar, int total) {
        int percent = total == 0 ? 0 : (int) Math.round(100.0 * bar.count() / total);
        return "<tr" + (bar.note().isEmpty() ? "" : " class=\"marked\"") + "><th scope=\"row\" dir=\"auto\">"
                + escape(bar.label()) + optional(" <span class=\"note\">", bar.note(), "</span>")
                + "</th><td class=\"bar\"><svg aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">"
                + "<rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"fill\" width=\"" + percent
                + "\" height=\"10\"/></svg></td><td class=\"figure\">"
                + escape(words.say("chart.figure", bar.count(), percent)) + "</td></tr>";
    }

    @Override
    public String table(Block.Table table) {
        String head = table.columns().stream()
                .map(column -> "<th scope=\"col\" dir=\"auto\">" + escape(column) + "</th>")
                .collect(Collectors.joining());
        String rows = table.rows().stream().map(WebPainter::tableRow).collect(Collectors.joining());
        String caption = escape(table.caption());
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + caption
                + "\"><table><caption dir=\"auto\">" + caption + "</caption><thead><tr>" + head
                + "</tr></thead><tbody>" + rows + "</tbody></table></div>";
    }

    /** What it shows stands below it as a table, which the page keeps open once somebody has opened it. */
    @Override
    public String figure(Block.Figure figure) {
        return "<figure class=\"result\"><figcaption dir=\"auto\">"
                + escape(figure.picture().said().title()) + "</figcaption>" + Drawing.inPage(figure.picture())
                + "<details><summary>" + escape(words.say("chart.table")) + "</summary>" + table(figure.table())
                + "</details></figure>";
    }

    private static String tableRow(List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append(i == 0 ? "<th scope=\"row\" dir=\"auto\">" : "<td dir=\"auto\">")
                    .append(escape(cells.get(i)))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        return row.append("</tr>").toString();
    }

    @Override
    public String progress(Block.Progress progress) {
        String text = escape(progress.text());
        return "<p class=\"progress\"><progress aria-label=\"" + text + "\" value=\"" + progress.done() + "\" max=\""
                + Math.max(1, progress.total()) + "\"></progress> <span>" + text + "</span></p>";
    }

    @Override
    public String moment(Block.Moment moment) {
        return "<p class=\"moment\"><span class=\"label\" dir=\"auto\">" + escape(moment.label())
                + "</span> <time datetime=\"" + moment.instant() + "\">" + moment.instant() + "</time></p>";
    }

    @Override
    public String buttons(Block.Buttons buttons) {
        if (!acts || buttons.buttons().isEmpty()) {
            return "";
        }
        Map<Action, Long> answers =
                buttons.buttons().stream().collect(Collectors.groupingBy(WebPainter::question, Collectors.counting()));
        return buttons.buttons().stream()
                .map(button -> button(button, marks && answers.getOrDefault(question(button), 0L) > 1, ""))
                .collect(Collectors.joining("", "<div class=\"buttons\">", "</div>"));
    }

    /** What a button answers. Where several answer the same, one of them is chosen. */
    private static Action question(Button button) {
        Action action = button.action();
        return new Action(action.lesson(), action.step(), action.round(), action.verb(), "");
    }

    private String button(Button button, boolean choice, String about) {
        String label = escape(button.label());
        String name = about.isEmpty()
                ? ""
                : " aria-label=\"" + escape(words.say("web.button-of", button.label(), about)) + "\"";
        return "<button type=\"button\" class=\"" + button.style().name().toLowerCase(Locale.ROOT)
                + "\" data-action=\"" + escape(button.action().id()) + "\"" + name
                + (choice ? " aria-pressed=\"false\"" : "") + (button.enabled() ? "" : " disabled") + ">" + label
                + "</button>";
    }

    @Override
    public String row(Block.Row row) {
        String text = "<div><p dir=\"auto\">" + Html.lines(row.text()) + "</p>"
                + (row.note().isEmpty() ? "" : "<p class=\"note\" dir=\"auto\">" + Html.lines(row.note()) + "</p>")
                + "</div>";
        String button = acts ? button(row.button(), false, row.text()) : "";
        return "<div class=\"row\" data-key=\"" + escape(row.button().action().id()) + "\">" + text + button + "</div>";
    }

    @Override
    public String picker(Block.Picker picker) {
        return acts ? WebForms.picker(picker, words) : "";
    }

    @Override
    public String link(Block.Link link) {
        String scheme = String.valueOf(link.target().getScheme());
        String label = escape(link.label());
        return scheme.equals("https") || scheme.equals("http")
                ? "<p class=\"link\"><a href=\"" + escape(link.target().toString())
                        + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + label + "</a></p>"
                : "<p>" + label + "</p>";
    }

    @Override
    public String footnote(Block.Footnote footnote) {
        return "<p class=\"footnote\" dir=\"auto\">" + Html.lines(footnote.text()) + "</p>";
    }

    @Override
    public String divider(Block.Divider divider) {
        return "<hr>";
    }

    private static String optional(String before, String text, String after) {
        return text.isEmpty() ? "" : before + escape(text) + after;
    }
}
