package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;

/** A student suggests a prompt. */
class SuggestionTest extends WholeClass {
    private static final Person ANN = STUDENTS.get(0);

    @Test
    void whatIsSentFromTwoWindowsInTheSameInstantIsNotOverwrittenUnseen() {
        done(ROOM, TEACHER, command("start", Map.of()));
        done(ROOM, ANN, command("join", Map.of()));
        while (!lesson(ROOM).step().equals("match")) {
            lead(Verb.NEXT);
        }
        done(ROOM, TEACHER, new Interaction.Press(Action.of(lesson(ROOM).id(), Verb.DRAFT, "let/yes")));
        Interaction.Press open = new Interaction.Press(Action.of(lesson(ROOM).id(), Verb.SUGGEST, ""));
        Form form = ((Reply.OpenForm) done(ROOM, ANN, open)).form();

        List<Reply> told = store.held(
                "select from participant for update",
                () -> sent(form, "Sing of owls"),
                () -> sent(form, "Sing of cats"));

        assertThat(told)
                .extracting(Reply::toString)
                .filteredOn(one -> one.contains(WORDS.say("edit.meanwhile")))
                .singleElement()
                .asString()
                .contains("Sing of owls", "Sing of cats");
    }

    private CompletableFuture<Reply> sent(Form form, String prompt) {
        Interaction.Submit sent = new Interaction.Submit(form.action(), Map.of("prompt", prompt));
        return engine.handle(new Interaction(prompt, ROOM, ANN, clock.instant(), sent));
    }
}
