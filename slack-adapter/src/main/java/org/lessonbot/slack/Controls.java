package org.lessonbot.slack;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Option;

/**
 * What can be pressed and picked. What is pressed carries its action as value, because two buttons side by side may not
 * have the same id; what is picked carries it as id.
 */
final class Controls {
    private static final int PLACEHOLDER = 150;

    private Controls() {}

    static List<BlockElement> buttons(List<Button> buttons) {
        List<BlockElement> drawn = new ArrayList<>();
        for (Button button : buttons) {
            String action = button.action().id();
            drawn.add(button(drawn.size() + ":" + action, action, button.label(), button.style()));
        }
        return drawn;
    }

    static ButtonElement button(String id, String value, String label, Button.Style style) {
        ButtonElement.ButtonElementBuilder drawn = ButtonElement.builder()
                .actionId(id)
                .value(value)
                .text(SlackPainter.plain(label.replace('\n', ' '), Limits.BUTTON_LABEL));
        return switch (style) {
            case PRIMARY -> drawn.style("primary").build();
            case DANGER -> drawn.style("danger").build();
            case PLAIN -> drawn.build();
        };
    }

    static BlockElement picker(Block.Picker picker) {
        String id = picker.action().id();
        var placeholder = SlackPainter.plain(picker.label(), PLACEHOLDER);
        if (picker.max() > 1) {
            return MultiStaticSelectElement.builder()
                    .actionId(id)
                    .placeholder(placeholder)
                    .options(options(picker.options()))
                    .maxSelectedItems(picker.max())
                    .build();
        }
        return StaticSelectElement.builder()
                .actionId(id)
                .placeholder(placeholder)
                .options(options(picker.options()))
                .build();
    }

    static List<OptionObject> options(List<Option> options) {
        return options.stream().map(Controls::option).toList();
    }

    static OptionObject option(Option option) {
        return OptionObject.builder()
                .value(option.value())
                .text(SlackPainter.plain(option.label(), Limits.BUTTON_LABEL))
                .build();
    }
}
