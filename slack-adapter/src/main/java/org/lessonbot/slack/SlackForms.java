package org.lessonbot.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Words;

/** Forms as Slack's modals. A field's name is its block's id, by which Slack also takes what is wrong with it. */
final class SlackForms {
    private static final String VALUE = "value";

    private SlackForms() {}

    /** @param origin where the form was asked for, which comes back with it */
    static View view(Form form, Origin origin, Words words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!form.about().isBlank()) {
            blocks.add(SectionBlock.builder()
                    .text(SlackPainter.plain(form.about(), Limits.FORM_ABOUT))
                    .build());
        }
        form.fields().stream().map(SlackForms::input).forEach(blocks::add);
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

    private static LayoutBlock input(Form.Field field) {
        InputBlock.InputBlockBuilder input = InputBlock.builder()
                .blockId(field.name())
                .label(SlackPainter.plain(field.label(), Limits.FIELD_LABEL))
                .optional(!field.required())
                .element(field.kind() == Form.Kind.CHOICE ? choice(field) : text(field));
        return field.hint().isBlank()
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
                .forEach((name, elements) ->
                        Optional.ofNullable(elements.get(VALUE)).ifPresent(value -> values.put(name, value(value))));
        return values;
    }

    private static String value(ViewState.Value value) {
        return Optional.ofNullable(value.getSelectedOption())
                .map(ViewState.SelectedOption::getValue)
                .or(() -> Optional.ofNullable(value.getValue()))
                .orElse("");
    }
}
