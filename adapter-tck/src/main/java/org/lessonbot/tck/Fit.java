package org.lessonbot.tck;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Painter;

/** Measures messages and forms against {@link Limits}: what breaks these breaks on the strictest platform. */
final class Fit implements Painter<Integer> {
    private final List<String> faults = new ArrayList<>();
    private int characters;

    private Fit() {}

    /** What is too long or too many in a message; empty if it fits everywhere. */
    static List<String> faults(Message message) {
        Fit fit = new Fit();
        int components =
                message.blocks().stream().mapToInt(block -> block.paint(fit)).sum();
        fit.atMost("components of the message", components, Limits.COMPONENTS);
        fit.atMost("characters of the message", fit.characters, Limits.MESSAGE);
        return fit.faults.stream().map(fault -> fault + " in " + message).toList();
    }

    /** The same for a form. */
    static List<String> faults(Form form) {
        Fit fit = new Fit();
        fit.atMost("title", form.title().length(), Limits.FORM_TITLE);
        fit.atMost("about", form.about().length(), Limits.FORM_ABOUT);
        fit.atMost("fields", form.fields().size(), Limits.FIELDS);
        for (Form.Field field : form.fields()) {
            fit.atMost("label", field.label().length(), Limits.FIELD_LABEL);
            fit.atMost("hint", field.hint().length(), Limits.FIELD_HINT);
            fit.atMost("value", field.value().length(), field.limit());
            fit.atMost("limit", field.limit(), Limits.FIELD_VALUE);
            fit.options(field.options());
        }
        return fit.faults.stream().map(fault -> fault + " in " + form).toList();
    }

    private void atMost(String what, int found, int most) {
        if (found > most) {
            faults.add(what + ": " + found + " of " + most);
        }
    }

    private void words(String... texts) {
        int length = String.join("", texts).length();
        characters += length;
        atMost("characters of a block", length, Limits.BLOCK);
    }

    private void options(List<Option> options) {
        atMost("options", options.size(), Limits.OPTIONS);
        options.forEach(option -> {
            atMost("option", option.label().length(), Limits.BUTTON_LABEL);
            atMost("option's value", option.value().length(), Limits.ACTION);
        });
    }

    private void label(Button button) {
        atMost("button", button.label().length(), Limits.BUTTON_LABEL);
    }

    @Override
    public Integer heading(Block.Heading heading) {
        atMost("heading", heading.text().length(), Limits.HEADING);
        words(heading.text());
        return 1;
    }

    @Override
    public Integer text(Block.Text text) {
        words(text.text());
        return 1;
    }

    @Override
    public Integer labelled(Block.Labelled labelled) {
        words(labelled.label(), labelled.text());
        return 1;
    }

    @Override
    public Integer quote(Block.Quote quote) {
        words(quote.label(), quote.text(), quote.source());
        return 1;
    }

    @Override
    public Integer items(Block.Items items) {
        words(items.lines().toArray(String[]::new));
        return 1;
    }

    @Override
    public Integer bars(Block.Bars bars) {
        words(bars.caption());
        bars.bars().forEach(bar -> words(bar.label(), bar.note()));
        return 1;
    }

    @Override
    public Integer figure(Block.Figure figure) {
        return 1 + figure.text().paint(this);
    }

    @Override
    public Integer table(Block.Table table) {
        words(table.caption());
        words(table.columns().toArray(String[]::new));
        table.rows().forEach(row -> words(row.toArray(String[]::new)));
        return 1;
    }

    @Override
    public Integer progress(Block.Progress progress) {
        words(progress.text());
        return 1;
    }

    @Override
    public Integer moment(Block.Moment moment) {
        words(moment.label());
        return 1;
    }

    @Override
    public Integer buttons(Block.Buttons buttons) {
        atMost("buttons in a row", buttons.buttons().size(), Limits.BUTTONS_IN_ROW);
        buttons.buttons().forEach(this::label);
        return 1 + buttons.buttons().size();
    }

    @Override
    public Integer row(Block.Row row) {
        words(row.text(), row.note());
        label(row.button());
        return 3;
    }

    @Override
    public Integer picker(Block.Picker picker) {
        atMost("picker's label", picker.label().length(), Limits.HEADING);
        options(picker.options());
        return 2;
    }

    @Override
    public Integer link(Block.Link link) {
        words(link.label());
        return 1;
    }

    @Override
    public Integer footnote(Block.Footnote footnote) {
        words(footnote.text());
        return 1;
    }

    @Override
    public Integer divider(Block.Divider divider) {
        return 1;
    }
}
