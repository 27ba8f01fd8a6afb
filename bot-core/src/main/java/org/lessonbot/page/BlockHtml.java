package org.lessonbot.page;

import static org.lessonbot.page.Html.element;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Painter;
import org.lessonbot.chat.Words;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Share;

/**
 * Draws what a room saw for a page that nobody can press anything on.
 *
 * @param level the element of headings, by what they stand below: {@code h3}
 */
record BlockHtml(Words words, String level) implements Painter<String> {

    String paint(Message message) {
        return message.blocks().stream().map(block -> block.paint(this)).collect(Collectors.joining("\n"));
    }

    @Override
    public String heading(Block.Heading heading) {
        return element(level, heading.text());
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
        List<BarChart.Bar> drawn = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Block.Bar bar : bars.bars()) {
            double share = total == 0 ? 0 : (double) bar.count() / total;
            String figure = words.say("chart.figure", bar.count(), Share.percent(share));
            BarChart.Bar plain = BarChart.Bar.of(bar.label(), figure, share);
            drawn.add(bar.note().isEmpty() ? plain : plain.noted(bar.note(), BarChart.Mark.RIGHT));
            rows.add(List.of(bar.note().isEmpty() ? bar.label() : bar.label() + " · " + bar.note(), figure));
        }
        String alt = rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining(", "));
        List<String> columns = List.of(words.say("report.answer"), words.say("report.answered"));
        return Figure.html(new BarChart(new Said(bars.caption(), alt, columns, rows), drawn, Scale.parts(), ""), words);
    }

    @Override
    public String table(Block.Table table) {
        return Html.table("", table.caption(), table.columns(), table.rows());
    }

    @Override
    public String figure(Block.Figure figure) {
        return Figure.html(figure.picture(), words);
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
