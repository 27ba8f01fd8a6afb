package org.lessonbot.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;

/** Forms as Discord's modals, each field under its label. Discord words the button that sends a form itself. */
final class DiscordForms {
    private DiscordForms() {}

    static Modal modal(Form form) {
        String title = Limits.fit(PlainText.label(form.title()), Modal.MAX_TITLE_LENGTH);
        List<ModalTopLevelComponent> parts = new ArrayList<>();
        form.fields().stream().limit(Limits.FIELDS).map(DiscordForms::label).forEach(parts::add);
        String about = PlainText.of(form.about().strip());
        if (!about.isBlank() && parts.size() < Modal.MAX_COMPONENTS) {
            parts.add(0, TextDisplay.of(about));
        }
        return Modal.create(form.action().id(), title).addComponents(parts).build();
    }

    private static Label label(Form.Field field) {
        String label = Limits.fit(PlainText.label(field.label()), Limits.FIELD_LABEL);
        String hint = Limits.fit(PlainText.label(field.hint()), Limits.FIELD_HINT);
        LabelChildComponent input = switch (field.kind()) {
            case LINE, MOMENT -> input(field, TextInputStyle.SHORT);
            case TEXT -> input(field, TextInputStyle.PARAGRAPH);
            case CHOICE -> choice(field);
        };
        return hint.isEmpty() ? Label.of(label, input) : Label.of(label, hint, input);
    }

    private static TextInput input(Form.Field field, TextInputStyle style) {
        int most = Math.min(field.limit(), TextInput.MAX_VALUE_LENGTH);
        TextInput.Builder input = TextInput.create(field.name(), style)
                .setRequired(field.required())
                .setMaxLength(most);
        if (!field.value().isEmpty()) {
            input.setValue(Limits.fit(field.value(), most));
        }
        return input.build();
    }

    /** Few things to choose from lie open; Discord wants at least two of them. */
    private static LabelChildComponent choice(Form.Field field) {
        int options = field.options().size();
        return options < 2 || options > RadioGroup.OPTIONS_MAX_AMOUNT ? menu(field) : radio(field);
    }

    private static RadioGroup radio(Form.Field field) {
        RadioGroup.Builder radio = RadioGroup.create(field.name()).setRequired(field.required());
        field.options()
                .forEach(option -> radio.addOption(
                        Limits.fit(PlainText.label(option.label()), Limits.BUTTON_LABEL), option.value()));
        return radio.setSelectedValue(field.value()).build();
    }

    private static StringSelectMenu menu(Form.Field field) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(field.name());
        field.options().stream()
                .limit(Limits.OPTIONS)
                .forEach(option -> menu.addOption(
                        Limits.fit(PlainText.label(option.label()), Limits.BUTTON_LABEL), option.value()));
        if (field.options().stream().anyMatch(option -> option.value().equals(field.value()))) {
            menu.setDefaultValues(field.value());
        }
        return menu.setRequired(field.required())
                .setRequiredRange(field.required() ? 1 : 0, 1)
                .build();
    }

    /** What was filled in, by field name. */
    static Map<String, String> values(List<ModalMapping> fields) {
        Map<String, String> values = new HashMap<>();
        for (ModalMapping field : fields) {
            String value = field.getType() == Component.Type.STRING_SELECT
                    ? String.join(",", field.getAsStringList())
                    : field.getAsOptionalString();
            values.put(field.getCustomId(), value == null ? "" : value);
        }
        return values;
    }
}
