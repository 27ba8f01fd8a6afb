package org.lessonbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes back to somebody whose act did not count is what they wrote, and no key of ours. */
class WrittenTest {
    @Test
    void ofACommandNothingThatIsChosenComesBack() {
        Interaction.Command start = new Interaction.Command(
                "start", Map.of("pace", "self", "until", "soonish", "responses", "real"), List.of("hm"), Set.of());
        assertThat(texts(start)).containsExactlyInAnyOrder("soonish", "hm");
        assertThat(texts(new Interaction.Command("start", Map.of("pace", "selv"))))
                .containsExactly("selv");
        Map<String, String> options = Map.of("person", "U0815", "until", "now");
        assertThat(texts(new Interaction.Command("extend", options, List.of(), Set.of("person"))))
                .containsExactly("now");
        assertThat(texts(new Interaction.Command("no-such", Map.of("pace", "self"))))
                .containsExactly("self");
    }

    @Test
    void aNameThatWasTypedComesBack() {
        assertThat(texts(new Interaction.Command("teacher", Map.of("person", "Blue Fxo"))))
                .containsExactly("Blue Fxo");
    }

    @Test
    void ofAFormNothingThatIsChosenComesBack() {
        Interaction.Submit form = new Interaction.Submit(
                Action.of(1, Verb.START_CLUB, ""), Map.of("vote", "tie", "reason", "Because.", "rating", "3"));
        assertThat(texts(form)).containsExactly("Because.");
    }

    private static List<String> texts(Interaction.Act act) {
        return act.quoted("What you wrote").stream()
                .map(block -> ((Block.Quote) block).text())
                .toList();
    }
}
