package org.lessonbot.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Words;

/** Forms as Slack's modals. A field's name is its block's id, by which Slack also takes what is wrong with it. */
final class SlackForms {
    private static final String VALUE = "value";
    /** What the block of a moment's time of day is called after the one of its day. */
    private static final String TIME = "/time";

    private static final int HOUR_AND_MINUTE = 5;

    private SlackForms() {}

    /** @param origin where the form was asked for, which comes back with it */
    static View view(Form form, Origin origin, Words words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!form.about().isBlank()) {
            blocks.add(SectionBlock.builder()
                    .text(SlackPainter.plain(form.about(), Limits.FORM_ABOUT))
                    .build());
        }
        form.fields().forEach(field -> blocks.addAll(inputs(field, words)));
        return View.builder()
                .type("modal")
                .callbackId(form.action().id())
                .privateMetadata(origin.packed())
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(PlainText.fit(form.title(), Limits.FORM_TITLE))
                        .emoji(false)
                        .build())
                .submit(ViewSubmit.builder()
                        .type("plain_text")
                        .text(PlainText.fit(form.send(), Limits.FORM_TITLE))
                        .emoji(false)
                        .build())
                .close(ViewClose.builder()
                        .type("plain_text")
                        .text(words.say("slack.close"))
                        .emoji(false)
                        .build())
                .blocks(blocks)
                .build();
    }

    /** Of a moment Slack asks in two: the day and the time of day. */
    private static List<LayoutBlock> inputs(Form.Field field, Words words) {
        return switch (field.kind()) {
            case LINE, TEXT -> List.of(input(field, field.name(), field.label(), text(field)));
            case CHOICE -> List.of(input(field, field.name(), field.label(), choice(field)));
            case MOMENT -> {
                String[] parts = field.value().split("T", 2);
                DatePickerElement.DatePickerElementBuilder date =
                        DatePickerElement.builder().actionId(VALUE);
                TimePickerElement.TimePickerElementBuilder time =
                        TimePickerElement.builder().actionId(VALUE);
                boolean known = parts.length == 2;
                yield List.of(
                        input(
                                field,
                                field.name(),
                                field.label(),
                                known ? date.initialDate(parts[0]).build() : date.build()),
                        input(
                                field,
                                field.name() + TIME,
                                words.say("slack.time"),
                                known
                                        ? time.initialTime(parts[1].substring(0, HOUR_AND_MINUTE))
                                                .build()
                                        : time.build()));
            }
        };
    }

    private static LayoutBlock input(Form.Field field, String id, String label, BlockElement element) {
        InputBlock.InputBlockBuilder input = InputBlock.builder()
                .blockId(id)
                .label(SlackPainter.plain(label, Limits.FIELD_LABEL))
                .optional(!field.required())
                .element(element);
        // What can be typed helps nobody where it is picked.
        return field.hint().isBlank() || field.kind() == Form.Kind.MOMENT
                ? input.build()
                : input.hint(SlackPainter.plain(field.hint(), Limits.FIELD_HINT))
                        .build();
    }

    private static BlockElement text(Form.Field field) {
        PlainTextInputElement.PlainTextInputElementBuilder text = PlainTextInputElement.builder()
                .actionId(VALUE)
                .multiline(field.kind() == Form.Kind.TEXT)
                .maxLength(Math.min(field.limit(), Limits.FIELD_VALUE));
        return field.value().isEmpty()
                ? text.build()
                : text.initialValue(Limits.fit(field.value(), field.limit())).build();
    }

    private static BlockElement choice(Form.Field field) {
        StaticSelectElement.StaticSelectElementBuilder choice =
                StaticSelectElement.builder().actionId(VALUE).options(Controls.options(field.options()));
        field.options().stream()
                .filter(option -> option.value().equals(field.value()))
                .findFirst()
                .map(Controls::option)
                .ifPresent(choice::initialOption);
        return choice.build();
    }

    /** What was filled in, by the fields' names; a field left empty is the empty string. */
    static Map<String, String> values(View view) {
        Map<String, String> values = new HashMap<>();
        view.getState()
                .getValues()
                .forEach((name, elements) -> Optional.ofNullable(elements.get(VALUE))
                        .ifPresent(value -> values.merge(
                                name.endsWith(TIME) ? name.substring(0, name.length() - TIME.length()) : name,
                                value(value),
                                SlackForms::moment)));
        return values;
    }

    /** A day and a time of day, whichever comes first; what was not picked is left out. */
    private static String moment(String one, String other) {
        return Stream.of(one, other)
                .filter(part -> !part.isEmpty())
                .sorted(Comparator.comparing((String part) -> part.length()).reversed())
                .collect(Collectors.joining("T"));
    }

    private static String value(ViewState.Value value) {
        return Optional.ofNullable(value.getSelectedOption())
                .map(ViewState.SelectedOption::getValue)
                .or(() -> Optional.ofNullable(value.getSelectedDate()))
                .or(() -> Optional.ofNullable(value.getSelectedTime()))
                .or(() -> Optional.ofNullable(value.getValue()))
                .orElse("");
    }
}
