package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.plan.Phrasebook;

class ConsolesTest {
    private static final Room ROOM = new Room("discord", "class");
    private static final Person LAKE = new Person("lake", "Mr Lake", false);

    private static final Phrasebook WORDS = Phrasebook.of("en");
    private static final OptionalLong ASKED = OptionalLong.of(1);

    private final InteractionHook hook = mock();
    private final List<String> shown = new ArrayList<>();
    private final Canvas canvas = new Canvas(WORDS);
    private final Consoles consoles = new Consoles(canvas);

    ConsolesTest() {
        WebhookMessageEditAction<net.dv8tion.jda.api.entities.Message> edit = mock();
        when(hook.editMessageById(anyString(), any(MessageEditData.class))).thenAnswer(call -> {
            shown.add(call.getArgument(1, MessageEditData.class).toData().toString());
            return edit;
        });
        doAnswer(call -> {
                    call.<Consumer<Object>>getArgument(0).accept(null);
                    return null;
                })
                .when(edit)
                .queue(any(), any());
    }

    /** The answer to what somebody did comes after they were asked to lead no longer. */
    @Test
    void aConsoleThatWasClosedMeanwhileIsNotTakenUpAgain() {
        long used = consoles.said();
        consoles.opened(ROOM, LAKE, hook, "console", ASKED, used);
        consoles.close(ROOM, "lake", Message.text("You no longer lead."));

        consoles.renew(ROOM, LAKE, hook, "console", ASKED, used);
        consoles.opened(ROOM, LAKE, hook, "another", ASKED, used);
        consoles.show(ROOM, 1, Message.text("The lesson goes on."));

        assertThat(shown).hasSize(3).allMatch(text -> text.contains("You no longer lead."));
    }

    @Test
    void whoeverIsAskedToLeadAgainHasAConsoleThatFollows() {
        consoles.opened(ROOM, LAKE, hook, "console", ASKED, consoles.said());
        consoles.close(ROOM, "lake", Message.text("You no longer lead."));

        consoles.opened(ROOM, LAKE, hook, "another", ASKED, consoles.said());
        consoles.show(ROOM, 1, Message.text("The lesson goes on."));

        assertThat(shown).last().asString().contains("The lesson goes on.");
    }

    @Test
    void aConsoleShowsWhatBecameOfTheLessonWhileItWasOnItsWay() {
        long asked = consoles.said();
        consoles.show(ROOM, 1, Message.text("The lesson is over."));

        consoles.opened(ROOM, LAKE, hook, "console", ASKED, asked);

        assertThat(shown).singleElement().asString().contains("The lesson is over.");
    }

    @Test
    void whoeverWasAskedToLeadTheLessonBeforeSeesNothingOfTheNext() {
        consoles.show(ROOM, 1, Message.text("The lesson before"));
        long asked = consoles.said();
        consoles.show(ROOM, 2, Message.text("The next lesson"));

        consoles.opened(ROOM, LAKE, hook, "console", ASKED, asked);
        consoles.show(ROOM, 2, Message.text("The next lesson, later"));

        assertThat(shown).isEmpty();
    }

    /** What was said of the lesson before is forgotten: it was long ago, or another instance said it. */
    @Test
    void whoeverWasAskedToLeadALessonOfWhichNothingIsKnownSeesNothingOfTheNext() {
        consoles.opened(ROOM, LAKE, hook, "console", ASKED, consoles.said());

        consoles.show(ROOM, 2, Message.text("The next lesson"));
        consoles.renew(ROOM, LAKE, hook, "console", ASKED, consoles.said());

        assertThat(shown).isEmpty();
    }

    /** Their role was taken from them during the lesson: the engine refuses what they press. */
    @Test
    void whoeverLeadsNoLongerDoesNotGoOnWithAConsoleByPressingIt() {
        InteractionHook longAgo = mock();
        when(longAgo.isExpired()).thenReturn(true);
        consoles.opened(ROOM, LAKE, longAgo, "console", OptionalLong.empty(), consoles.said());

        press(Optional.empty());
        consoles.show(ROOM, 1, Message.text("The lesson goes on."));

        assertThat(shown).isEmpty();
    }

    @Test
    void whoeverIsAskedToLeadGoesOnWithAConsoleByPressingIt() {
        consoles.show(ROOM, 1, Message.text("The lesson goes on."));

        press(Optional.of(Message.of(Block.Buttons.of(Button.primary(Action.of(1, Verb.PAUSE, ""), "Pause")))));

        assertThat(shown).singleElement().asString().contains("The lesson goes on.");
    }

    /** @param theirs the console that the engine has for whoever presses */
    private void press(Optional<Message> theirs) {
        new Answers(
                        canvas,
                        new Whispers(canvas),
                        consoles,
                        WORDS,
                        mock(),
                        (room, person) -> CompletableFuture.completedFuture(theirs))
                .ears(hook, ROOM, LAKE, consoles.said(), Whispers.ALONE, () -> {})
                .used("console");
    }
}
