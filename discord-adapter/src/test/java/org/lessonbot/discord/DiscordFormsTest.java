package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Option;

class DiscordFormsTest {
    private static final Action ACTION = new Action(1, "s", 1, "v", "");

    @ParameterizedTest
    @CsvSource({"1, STRING_SELECT", "2, RADIO_GROUP", "10, RADIO_GROUP", "11, STRING_SELECT", "25, STRING_SELECT"})
    void fewThingsToChooseFromLieOpen(int count, Component.Type drawn) {
        List<Option> options = IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Option("v" + n, "Option " + n))
                .toList();
        Modal modal = modal("", List.of(Form.Field.choice("vote", "Which?", "", "v1", true, options)));

        assertThat(modal.getComponents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Label.class,
                        label -> assertThat(label.getChild().getType()).isEqualTo(drawn));
        assertThat(modal.toData().toString()).containsOnlyOnce("\"default\":true");
    }

    @Test
    void whatItIsAboutStandsAboveTheFieldsAsPlainText() {
        assertThat(modal("**Is** it <@1>?", fields(2)).getComponents().get(0))
                .isInstanceOfSatisfying(
                        TextDisplay.class,
                        about -> assertThat(about.getContent()).isEqualTo("\\*\\*Is\\*\\* it \\<\\@1>?"));
    }

    @Test
    void whereThereIsNoRoomForItTheFieldsStand() {
        assertThat(modal("About", fields(Limits.FIELDS)).getComponents())
                .hasSize(Limits.FIELDS)
                .allMatch(Label.class::isInstance);
    }

    private static List<Form.Field> fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Form.Field.line("f" + n, "Field " + n, "", "", false, 9))
                .toList();
    }

    private static Modal modal(String about, List<Form.Field> fields) {
        return DiscordForms.modal(new Form(ACTION, "A form", fields, "Send").withAbout(about));
    }
}
