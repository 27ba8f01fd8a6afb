package org.lessonbot.paper;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Painter;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.tck.Card;

/** Writes blocks on paper, a line each; buttons and pickers are put aside. */
final class PaperPainter implements Painter<String> {
    private final Flaw flaw;
    private final List<Card.Button> buttons = new ArrayList<>();
    private final List<Card.Picker> pickers = new ArrayList<>();
    private int rows;

    private PaperPainter(Flaw flaw) {
        this.flaw = flaw;
    }

    static Card paint(String id, Message message, Flaw flaw) {
        PaperPainter painter = new PaperPainter(flaw);
        List<String> lines = message.blocks().stream()
                .map(block -> block.paint(painter))
                .filter(line -> !line.isEmpty())
                .toList();
        String text = VisibleText.of(String.join("\n", lines));
        boolean obeys = flaw == Flaw.OBEYS_MARKUP && text.contains("**");
        return new Card(
                id,
                obeys ? text.replace("**", "") : text,
                painter.buttons,
                painter.pickers,
                obeys ? List.of("bold") : List.of(),
                message.toString());
    }

    @Override
    public String heading(Block.Heading heading) {
        return heading.text();
    }

    @Override
    public String text(Block.Text text) {
        return text.text();
    }

    @Override
    public String labelled(Block.Labelled labelled) {
        return labelled.label() + ": " + labelled.text();
    }

    @Override
    public String quote(Block.Quote quote) {
        String below = flaw == Flaw.LEAVES_OUT_SOURCES ? "" : "\n" + quote.source();
        return quote.label() + "\n" + quote.text() + below;
    }

    @Override
    public String items(Block.Items items) {
        return String.join("\n", items.lines());
    }

    @Override
    public String bars(Block.Bars bars) {
        StringBuilder text = new StringBuilder(bars.caption());
        bars.bars()
                .forEach(bar -> text.append('\n')
                        .append(bar.label())
                        .append(": ")
                        .append(bar.count())
                        .append(' ')
                        .append(bar.note()));
        return text.toString();
    }

    @Override
    public String figure(Block.Figure figure) {
        return figure.text().paint(this);
    }

    @Override
    public String table(Block.Table table) {
        StringBuilder text = new StringBuilder(table.caption() + "\n" + String.join(" | ", table.columns()));
        table.rows().forEach(row -> text.append('\n').append(String.join(" | ", row)));
        return text.toString();
    }

    @Override
    public String progress(Block.Progress progress) {
        return progress.text();
    }

    @Override
    public String moment(Block.Moment moment) {
        return moment.label() + " " + moment.instant();
    }

    @Override
    public String buttons(Block.Buttons block) {
        block.buttons().forEach(this::add);
        rows++;
        return "";
    }

    @Override
    public String row(Block.Row row) {
        add(row.button());
        rows++;
        return row.text() + "\n" + row.note();
    }

    private void add(Button button) {
        buttons.add(new Card.Button(button.action().id(), button.label(), button.enabled(), rows));
    }

    @Override
    public String picker(Block.Picker picker) {
        pickers.add(new Card.Picker(
                picker.action().id(),
                picker.label(),
                picker.options().stream().map(Option::label).toList(),
                picker.min(),
                picker.max()));
        return "";
    }

    @Override
    public String link(Block.Link link) {
        return link.label();
    }

    @Override
    public String footnote(Block.Footnote footnote) {
        return footnote.text();
    }

    @Override
    public String divider(Block.Divider divider) {
        return "----";
    }
}
