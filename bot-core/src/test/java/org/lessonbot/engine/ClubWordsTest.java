package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;

/** What a member of a club and its leader read is about a club, and about no room in which all sit together. */
class ClubWordsTest extends ClubOverDays {
    private static final Pattern OF_A_CLASS =
            Pattern.compile("(?i)\\b(class|classes|teachers?|pairs?|pair's|students?|today|new partner)\\b");

    private static final List<String> ANSWERS = List.of("guess", "vote", "revote", "rate", "next-pair", "enough", "up");
    private static final List<String> FORMS = List.of("reason", "share", "ask", "write", "give");
    private static final int PARTS = 4;

    /** Pairs that are rated are no people; what to notice is the bank's. */
    private static final List<String> NO_PEOPLE =
            List.of("What to notice", "of 64 pairs", "Some pairs", "pairs of short answers", "pair after pair");

    @Test
    void whatMembersAndLeadersReadIsAboutAClub() {
        start(ROOM);
        List<Message> read = new ArrayList<>(List.of(hub()));
        for (int part = 0; part < PARTS; part++) {
            walk(read);
            read.add(command(LEADER, "console"));
            if (part < PARTS - 1) {
                command(LEADER, "next");
            }
        }
        Message sure = command(LEADER, "end");
        read.add(sure);
        read.add(press(LEADER, Action.of(lesson().id(), Verb.END_NOW, "")));
        chat.await("the close", room -> room.room().toString().contains("The club is over"));
        read.addAll(chat.room());
        read.add(command(ANN, "me"));
        read.add(command(ANN, "continue"));

        List<String> ofAClass = read.stream()
                .flatMap(message -> said(message).stream())
                .filter(sentence -> NO_PEOPLE.stream().noneMatch(sentence::contains))
                .filter(sentence -> OF_A_CLASS.matcher(sentence).find())
                .distinct()
                .toList();
        assertThat(ofAClass).isEmpty();
    }

    /** Somebody answers whatever they are asked, and goes on until there is no more. */
    private void walk(List<Message> read) {
        Message seen = press(ROOM, ANN, onward(ROOM));
        while (true) {
            read.add(seen);
            for (Button button : buttons(seen)) {
                if (ANSWERS.contains(button.action().verb())) {
                    read.add(press(ANN, button.action()));
                } else if (FORMS.contains(button.action().verb())) {
                    write(button.action(), read);
                }
            }
            List<Button> on = buttons(seen).stream()
                    .filter(button -> button.action().verb().equals(Verb.CONTINUE.word()))
                    .toList();
            if (on.isEmpty()) {
                return;
            }
            seen = press(ANN, on.get(on.size() - 1).action());
        }
    }

    private void write(Action action, List<Message> read) {
        if (reply(ROOM, ANN, new Interaction.Press(action)) instanceof Reply.OpenForm asked) {
            Form form = asked.form();
            List<Block> asks = new ArrayList<>();
            asks.add(new Block.Text(form.title()));
            form.fields().forEach(field -> asks.add(new Block.Text(field.label() + ": " + field.hint())));
            read.add(new Message(asks));
            Map<String, String> values = new HashMap<>();
            form.fields()
                    .forEach(field -> values.put(
                            field.name(),
                            field.options().isEmpty()
                                    ? "one two three four"
                                    : field.options().get(0).value()));
            read.add(act(ROOM, ANN, new Interaction.Submit(form.action(), values)));
        }
    }

    private static List<Button> buttons(Message message) {
        return message.blocks().stream()
                .flatMap(block -> block instanceof Block.Buttons all ? all.buttons().stream() : Stream.of())
                .toList();
    }

    /** All but what the bank says. */
    private static List<String> said(Message message) {
        List<String> said = new ArrayList<>();
        for (Block block : message.blocks()) {
            if (!(block instanceof Block.Quote || block instanceof Block.Row || block instanceof Block.Items)) {
                said.add(block.toString().replaceAll("Action\\[[^]]*]", ""));
            }
        }
        return said;
    }
}
