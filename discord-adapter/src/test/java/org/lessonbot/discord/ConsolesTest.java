package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.plan.Phrasebook;

class ConsolesTest {
    private static final Room ROOM = new Room("discord", "class");
    private static final Person LAKE = new Person("lake", "Mr Lake", false);

    private final InteractionHook hook = mock();
    private final List<String> shown = new ArrayList<>();
    private final Consoles consoles = new Consoles(new Canvas(Phrasebook.of("en")));

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
        consoles.opened(ROOM, LAKE, hook, "console", used);
        consoles.close(ROOM, "lake", Message.text("You no longer lead."));

        consoles.renew(ROOM, LAKE, hook, "console", used);
        consoles.opened(ROOM, LAKE, hook, "another", used);
        consoles.show(ROOM, 1, Message.text("The lesson goes on."));

        assertThat(shown).hasSize(3).allMatch(text -> text.contains("You no longer lead."));
    }

    @Test
    void whoeverIsAskedToLeadAgainHasAConsoleThatFollows() {
        consoles.opened(ROOM, LAKE, hook, "console", consoles.said());
        consoles.close(ROOM, "lake", Message.text("You no longer lead."));

        consoles.opened(ROOM, LAKE, hook, "another", consoles.said());
        consoles.show(ROOM, 1, Message.text("The lesson goes on."));

        assertThat(shown).last().asString().contains("The lesson goes on.");
    }

    @Test
    void aConsoleShowsWhatBecameOfTheLessonWhileItWasOnItsWay() {
        long asked = consoles.said();
        consoles.show(ROOM, 1, Message.text("The lesson is over."));

        consoles.opened(ROOM, LAKE, hook, "console", asked);

        assertThat(shown).singleElement().asString().contains("The lesson is over.");
    }

    @Test
    void whoeverWasAskedToLeadTheLessonBeforeSeesNothingOfTheNext() {
        consoles.show(ROOM, 1, Message.text("The lesson before"));
        long asked = consoles.said();
        consoles.show(ROOM, 2, Message.text("The next lesson"));

        consoles.opened(ROOM, LAKE, hook, "console", asked);
        consoles.show(ROOM, 2, Message.text("The next lesson, later"));

        assertThat(shown).isEmpty();
    }
}
