package org.lessonbot.editorial.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Painter;

/**
 * Measures messages against the strictest platform. A text is counted as it travels: with the marks of its block, and twice
 * for each character that has to be escaped.
 */
final class Ruler implements Painter<Ruler.Size> {
    private static final String ESCAPED = "\\*_~`|<>[]@:#-+.)&";
    /** What stands around a label, and before a line of a quote or of small print. */
    private static final int MARKS = 4;
    /** A bar of characters, a count and a percentage. */
    private static final int BAR = 48;

    private final Set<String> faults = new LinkedHashSet<>();

    /** What one block takes of a message. */
    record Size(int characters, int components) {
        Size plus(Size other) {
            return new Size(characters + other.characters, components + other.components);
        }
    }

    /** In what respects the message does not fit; empty when it does. */
    static List<String> faults(Message message) {
        Ruler ruler = new Ruler();
        Size frame = new Size(0, 1); // the message's own, which is a part too
        Size size = message.blocks().stream().map(block -> block.paint(ruler)).reduce(frame, Size::plus);
        List<String> faults = new ArrayList<>(ruler.faults);
        if (size.characters() > Limits.MESSAGE) {
            faults.add("the message has " + size.characters() + " characters; " + Limits.MESSAGE + " fit");
        }
        if (size.components() > Limits.COMPONENTS) {
            faults.add("the message has " + size.components() + " parts; " + Limits.COMPONENTS + " fit");
        }
        return faults;
    }

    @Override
    public Size heading(Block.Heading heading) {
        limit("a heading", heading.text(), Limits.HEADING);
        return text(heading.text());
    }

    @Override
    public Size text(Block.Text text) {
        return text(text.text());
    }

    @Override
    public Size labelled(Block.Labelled labelled) {
        return text(labelled.label(), labelled.text());
    }

    @Override
    public Size quote(Block.Quote quote) {
        return text(quote.label(), quote.text(), quote.source());
    }

    @Override
    public Size items(Block.Items items) {
        return text(String.join("\n", items.lines()));
    }

    @Override
    public Size bars(Block.Bars bars) {
        StringBuilder drawn = new StringBuilder(bars.caption());
        bars.bars()
                .forEach(bar -> drawn.append('\n')
                        .append(bar.label())
                        .append(bar.note())
                        .append(" ".repeat(BAR)));
        return text(drawn.toString());
    }

    @Override
    public Size figure(Block.Figure figure) {
        return figure.text().paint(this);
    }

    @Override
    public Size table(Block.Table table) {
        StringBuilder drawn = new StringBuilder(table.caption()).append('\n').append(table.columns());
        table.rows().forEach(row -> drawn.append('\n').append(String.join("  ", row)));
        return text(drawn.toString());
    }

    @Override
    public Size progress(Block.Progress progress) {
        return text(progress.text() + " ".repeat(BAR));
    }

    @Override
    public Size moment(Block.Moment moment) {
        return text(moment.label() + " ".repeat(BAR));
    }

    @Override
    public Size buttons(Block.Buttons buttons) {
        buttons.buttons().forEach(this::button);
        int rows = (buttons.buttons().size() + Limits.BUTTONS_IN_ROW - 1) / Limits.BUTTONS_IN_ROW;
        return new Size(0, rows + buttons.buttons().size());
    }

    @Override
    public Size row(Block.Row row) {
        button(row.button());
        return text(row.text(), row.note()).plus(new Size(0, 2));
    }

    @Override
    public Size picker(Block.Picker picker) {
        if (picker.options().size() > Limits.OPTIONS) {
            faults.add("a list has " + picker.options().size() + " options; " + Limits.OPTIONS + " fit");
        }
        picker.options().forEach(option -> limit("an option", option.label(), Limits.BUTTON_LABEL));
        return text(picker.label()).plus(new Size(0, 2));
    }

    @Override
    public Size link(Block.Link link) {
        limit("a link", link.label(), Limits.BUTTON_LABEL);
        return new Size(0, 2);
    }

    @Override
    public Size footnote(Block.Footnote footnote) {
        return text(footnote.text());
    }

    @Override
    public Size divider(Block.Divider divider) {
        return new Size(0, 1);
    }

    private void button(Button button) {
        limit("a button", button.label(), Limits.BUTTON_LABEL);
    }

    private Size text(String... parts) {
        int characters = 0;
        for (String part : parts) {
            characters += length(part);
        }
        if (characters > Limits.BLOCK) {
            faults.add("a text has " + characters + " characters; " + Limits.BLOCK + " fit");
        }
        return new Size(characters, 1);
    }

    private static int length(String text) {
        int escapes = (int) text.chars().filter(c -> ESCAPED.indexOf(c) >= 0).count();
        int lines = (int) text.lines().count();
        return text.length() + escapes + lines * MARKS;
    }

    private void limit(String what, String text, int most) {
        if (text.length() > most) {
            faults.add(what + " has " + text.length() + " characters; " + most + " fit: " + text);
        }
    }
}
