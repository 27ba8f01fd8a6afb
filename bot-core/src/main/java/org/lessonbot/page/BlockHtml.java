package org.lessonbot.page;

import static org.lessonbot.page.Html.element;
import static org.lessonbot.page.Html.escape;

import java.util.stream.Collectors;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Painter;
import org.lessonbot.chat.Words;

/** Draws what a room saw for a page that nobody can press anything on. */
record BlockHtml(Words words) implements Painter<String> {

    String paint(Message message) {
        return message.blocks().stream().map(block -> block.paint(this)).collect(Collectors.joining("\n"));
    }

    @Override
    public String heading(Block.Heading heading) {
        return element("h4", heading.text());
    }

    @Override
    public String text(Block.Text text) {
        return Html.paragraphs(text.text());
    }

    @Override
    public String labelled(Block.Labelled labelled) {
        return "<div class=\"labelled\">" + element("p", "label", labelled.label()) + Html.paragraphs(labelled.text())
                + "</div>";
    }

    @Override
    public String quote(Block.Quote quote) {
        return "<figure class=\"quote\">"
                + (quote.label().isEmpty() ? "" : element("figcaption", "label", quote.label()))
                + "<blockquote>" + Html.paragraphs(quote.text()) + "</blockquote>"
                + (quote.source().isEmpty() ? "" : element("p", "source", quote.source())) + "</figure>";
    }

    @Override
    public String items(Block.Items items) {
        return Html.items(items.lines());
    }

    @Override
    public String bars(Block.Bars bars) {
        int total = bars.total();
        String rows = bars.bars().stream().map(bar -> bar(bar, total)).collect(Collectors.joining());
        return "<table class=\"bars\">" + element("caption", bars.caption()) + "<tbody>" + rows + "</tbody></table>";
    }

    private String bar(Block.Bar bar, int total) {
        int percent = total == 0 ? 0 : (int) Math.round(100.0 * bar.count() / total);
        String note = bar.note().isEmpty() ? "" : " <span class=\"note\">" + escape(bar.note()) + "</span>";
        return "<tr" + (note.isEmpty() ? "" : " class=\"marked\"") + "><th scope=\"row\" dir=\"auto\">"
                + escape(bar.label()) + note
                + "</th><td class=\"bar\"><svg aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">"
                + "<rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"fill\" width=\"" + percent
                + "\" height=\"10\"/></svg></td><td class=\"figure\">"
                + escape(words.say("web.bar", bar.count(), percent)) + "</td></tr>";
    }

    @Override
    public String table(Block.Table table) {
        return Html.table("", table.caption(), table.columns(), table.rows());
    }

    @Override
    public String progress(Block.Progress progress) {
        return element("p", "progress", progress.text());
    }

    @Override
    public String moment(Block.Moment moment) {
        return "";
    }

    @Override
    public String buttons(Block.Buttons buttons) {
        return "";
    }

    @Override
    public String row(Block.Row row) {
        return "<div class=\"row\">" + element("p", row.text())
                + (row.note().isEmpty() ? "" : element("p", "note", row.note())) + "</div>";
    }

    @Override
    public String picker(Block.Picker picker) {
        return "";
    }

    @Override
    public String link(Block.Link link) {
        return element("p", link.label());
    }

    @Override
    public String footnote(Block.Footnote footnote) {
        return element("p", "footnote", footnote.text());
    }

    @Override
    public String divider(Block.Divider divider) {
        return "<hr>";
    }
}
