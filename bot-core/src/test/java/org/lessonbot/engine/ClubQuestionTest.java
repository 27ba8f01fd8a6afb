package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;

/** What a club investigates: what whoever leads it chose, else what its upvotes did when the part ended, else what is asked instead. */
class ClubQuestionTest extends ClubOverDays {
    private static final String STEP = "10 · Investigate";

    /** A club whose part of choosing has ended by the clock while nobody who leads it did anything. */
    private Message byUpvotes() {
        start(ROOM);
        press(ANN, onward(ROOM));
        moveTo(BEGIN.plus(Duration.ofDays(5)).plusSeconds(60));
        Block.Row row = rows(untilSeen(ANN, "9 · Question review")).get(2);
        press(ANN, row.button().action());
        moveTo(BEGIN.plus(Duration.ofDays(8)));
        Message seen = untilSeen(ANN, STEP);
        assertThat(seen.toString()).contains(row.text());
        return seen;
    }

    private static List<Block.Row> rows(Message message) {
        return message.blocks().stream()
                .filter(Block.Row.class::isInstance)
                .map(Block.Row.class::cast)
                .toList();
    }

    private Block.Picker picker() {
        return command(LEADER, "console").blocks().stream()
                .filter(Block.Picker.class::isInstance)
                .map(Block.Picker.class::cast)
                .filter(list -> list.label().equals("Ask another question instead"))
                .findFirst()
                .orElseThrow();
    }

    private Message ask(Person who, Option question) {
        return act(ROOM, who, new Interaction.Pick(picker().action(), List.of(question.value())));
    }

    private Form form(Message seen) {
        return ((Reply.OpenForm) reply(ROOM, ANN, new Interaction.Press(button(seen, "Write my answer")))).form();
    }

    @Test
    void whatMostWantIsAskedAndBothSidesAreTold() {
        assertThat(byUpvotes().toString()).contains("Your upvotes chose");
        assertThat(command(LEADER, "console").toString()).contains("the upvotes did", "Ask another question instead");
    }

    @Test
    void whoeverLeadsHasAnotherAskedAndWhatWasWrittenIsKept() {
        Message first = byUpvotes();
        Form open = form(first);
        Option other = picker().options().get(0);

        assertThat(ask(LEADER, other).toString()).contains("Asked instead: ");

        Message now = untilSeen(ANN, STEP);
        assertThat(now.toString())
                .contains(other.label().replace("…", "").strip(), "instead of the one before")
                .doesNotContain("Your upvotes");
        Message kept = act(ROOM, ANN, new Interaction.Submit(open.action(), Map.of("answer-1", "To the first one.")));
        assertThat(kept.toString()).contains("Your answer is kept", "To the first one.");
        Form second = form(untilSeen(ANN, STEP));
        assertThat(second.fields()).extracting(Form.Field::name).containsExactly("answer-2");
        assertThat(act(ROOM, ANN, new Interaction.Submit(second.action(), Map.of("answer-2", "To the other.")))
                        .toString())
                .contains("To the first one.", "To the other.");
        assertThat(command(ANN, "me").toString()).contains("To the first one.", "To the other.");
        assertThat(command(LEADER, "me").toString()).contains("Asked instead");
    }

    @Test
    void whatWasAskedBeforeCanBeAskedAgain() {
        byUpvotes();
        Option other = picker().options().get(0);
        ask(LEADER, other);
        Option first = picker().options().stream()
                .filter(option -> !option.value().equals(other.value()))
                .findFirst()
                .orElseThrow();
        ask(LEADER, first);
        ask(
                LEADER,
                picker().options().stream()
                        .filter(option -> option.value().equals(other.value()))
                        .findFirst()
                        .orElseThrow());

        assertThat(form(untilSeen(ANN, STEP)).fields())
                .extracting(Form.Field::name)
                .containsExactly("answer-2");
    }

    @Test
    void nobodyElseDecides() {
        byUpvotes();

        assertThat(ask(ANN, picker().options().get(0)).toString()).doesNotContain("Asked instead");
        assertThat(untilSeen(ANN, STEP).toString()).contains("Your upvotes chose");
    }
}
