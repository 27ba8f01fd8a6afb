package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;

/** Forty people who write as much as each field takes: what a club shows still fits into one message of every chat. */
class ClubCrowdTest {
    private static final int PEOPLE = 40;
    private static final int PRESSED = 3;
    private static final int MOST = 12;
    private static final int AROUND = 300;

    @ParameterizedTest
    @ValueSource(strings = "how-ai-learns")
    void whateverTheyWriteItFits(String lesson) {
        PaperClass club = new PaperClass(lesson, PEOPLE, Lesson.Pace.SELF);
        for (Step step : club.steps()) {
            for (int round = 0; round < step.rounds() && club.open(step.id()); round++) {
                for (int person = 1; person <= PEOPLE; person++) {
                    takesPart(club, "s" + person);
                }
                looked(step, "room", club.drawing().room());
                looked(step, "console", club.drawing().console());
                looked(step, "person", club.drawing().person("s1"));
                looked(step, "person", club.drawing().person("s40"));
                pages(step, club);
            }
        }
    }

    /** Where there is more than fits, there is a way to all of it. */
    private static void pages(Step step, PaperClass club) {
        for (int page = 1; page < 9; page++) {
            Reply reply = club.press("s1", Parts.PAGE, String.valueOf(page)).reply();
            if (reply instanceof Reply.Whisper whisper) {
                looked(step, "page " + page, whisper.message());
            }
        }
    }

    private static void takesPart(PaperClass club, String person) {
        int most = person.equals("s1") ? MOST : PRESSED;
        for (int n = 0; n < most; n++) {
            List<Button> buttons = club.drawing().person(person).blocks().stream()
                    .flatMap(Fits::buttons)
                    .filter(Button::enabled)
                    .toList();
            if (buttons.isEmpty()) {
                return;
            }
            Button button = buttons.get(n % buttons.size());
            if (button.action().verb().equals("withdraw")) {
                continue;
            }
            Reply reply =
                    club.act(person, new Interaction.Press(button.action())).reply();
            if (reply instanceof Reply.OpenForm open) {
                club.act(person, new Interaction.Submit(open.form().action(), filled(open.form(), person, n)));
            }
        }
    }

    private static Map<String, String> filled(Form form, String person, int n) {
        Map<String, String> values = new HashMap<>();
        for (Form.Field field : form.fields()) {
            List<Option> options = new ArrayList<>(field.options());
            String text = (person + " " + n + " wonders about it ").repeat(200);
            values.put(
                    field.name(),
                    options.isEmpty()
                            ? text.substring(0, field.limit() - 1) + "."
                            : options.get(n % options.size()).value());
        }
        return values;
    }

    /** With what the engine puts around it: a heading, a receipt, that the club is paused, and the way on. */
    private static void looked(Step step, String what, Message message) {
        int length = message.blocks().stream()
                .flatMap(Fits::texts)
                .mapToInt(String::length)
                .sum();
        assertThat(length + AROUND).as("%s of %s", what, step.id()).isLessThanOrEqualTo(Limits.MESSAGE);
    }
}
