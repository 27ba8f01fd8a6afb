package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;

/** Whether what is said fits on every platform, with room for what the engine puts around it. */
final class Fits {
    /** A heading, a sentence that the lesson is paused, and what a platform wraps around all. */
    private static final int AROUND = 4;

    private Fits() {}

    static void reply(Reply reply) {
        if (reply instanceof Reply.Whisper whisper) {
            message(whisper.message());
        } else if (reply instanceof Reply.FixForm fix) {
            message(fix.otherwise());
        } else if (reply instanceof Reply.OpenForm open) {
            form(open.form());
        }
    }

    static void message(Message message) {
        assertThat(message.blocks().stream().mapToInt(Fits::components).sum())
                .isLessThanOrEqualTo(Limits.COMPONENTS - AROUND);
        assertThat(message.blocks().stream()
                        .flatMap(Fits::texts)
                        .mapToInt(String::length)
                        .sum())
                .isLessThanOrEqualTo(Limits.MESSAGE - 200);
        assertThat(message.blocks().stream().flatMap(Fits::texts)).allMatch(text -> text.length() <= Limits.BLOCK);
        for (Block block : message.blocks()) {
            if (block instanceof Block.Buttons buttons) {
                assertThat(buttons.buttons()).hasSizeBetween(1, Limits.BUTTONS_IN_ROW);
            } else if (block instanceof Block.Heading heading) {
                assertThat(heading.text()).hasSizeBetween(1, Limits.HEADING);
            } else if (block instanceof Block.Picker picker) {
                assertThat(picker.options()).hasSizeBetween(1, Limits.OPTIONS);
                assertThat(picker.options())
                        .allMatch(option -> option.label().length() <= Limits.BUTTON_LABEL)
                        .allMatch(option -> option.value().length() <= Limits.ACTION);
                assertThat(picker.max())
                        .isBetween(Math.max(1, picker.min()), picker.options().size());
            }
        }
        assertThat(message.blocks().stream().flatMap(Fits::buttons))
                .allMatch(button -> !button.label().isBlank() && button.label().length() <= Limits.BUTTON_LABEL);
    }

    static void form(Form form) {
        assertThat(form.title()).hasSizeBetween(1, Limits.FORM_TITLE);
        assertThat(form.fields()).hasSizeBetween(1, Limits.FIELDS);
        for (Form.Field field : form.fields()) {
            assertThat(field.label()).hasSizeBetween(1, Limits.FIELD_LABEL);
            assertThat(field.hint()).hasSizeLessThanOrEqualTo(Limits.FIELD_HINT);
            assertThat(field.limit()).isLessThanOrEqualTo(Limits.FIELD_VALUE);
        }
    }

    /** All that a message says, for looking things up. */
    static String all(Message message) {
        return message.blocks().stream().flatMap(Fits::texts).collect(Collectors.joining("\n"));
    }

    static Stream<Button> buttons(Block block) {
        if (block instanceof Block.Buttons buttons) {
            return buttons.buttons().stream();
        }
        return block instanceof Block.Row row ? Stream.of(row.button()) : Stream.empty();
    }

    private static int components(Block block) {
        if (block instanceof Block.Buttons buttons) {
            return 1 + buttons.buttons().size();
        }
        return block instanceof Block.Row || block instanceof Block.Picker ? 3 : 1;
    }

    static Stream<String> texts(Block block) {
        if (block instanceof Block.Heading heading) {
            return Stream.of(heading.text());
        } else if (block instanceof Block.Text text) {
            return Stream.of(text.text());
        } else if (block instanceof Block.Labelled labelled) {
            return Stream.of(labelled.label() + labelled.text());
        } else if (block instanceof Block.Quote quote) {
            return Stream.of(quote.label() + quote.text() + quote.source());
        } else if (block instanceof Block.Items items) {
            return Stream.of(String.join("\n", items.lines()));
        } else if (block instanceof Block.Bars bars) {
            return Stream.concat(Stream.of(bars.caption()), bars.bars().stream().map(bar -> bar.label() + bar.note()));
        } else if (block instanceof Block.Table table) {
            return Stream.concat(
                    Stream.of(table.caption() + table.columns()),
                    table.rows().stream().map(List::toString));
        } else if (block instanceof Block.Figure figure) {
            return texts(figure.text());
        } else if (block instanceof Block.Progress progress) {
            return Stream.of(progress.text());
        } else if (block instanceof Block.Row row) {
            return Stream.of(row.text() + row.note());
        } else if (block instanceof Block.Footnote footnote) {
            return Stream.of(footnote.text());
        }
        return Stream.empty();
    }
}
