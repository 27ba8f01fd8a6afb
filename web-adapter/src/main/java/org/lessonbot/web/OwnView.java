package org.lessonbot.web;

import java.util.Optional;
import java.util.Set;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;

/** The one place of a club in which a person goes on. */
final class OwnView {
    /** Whoever comes in is given the next thing at once. */
    private static final Set<String> COME_IN_OR_GO_ON = Set.of(Verb.JOIN.word(), Verb.CONTINUE.word());

    private OwnView() {}

    /**
     * The club whose next thing this is.
     *
     * @param did what it answers
     * @return nothing if it is about something else
     */
    static Optional<Long> of(Interaction.Act did, Message told) {
        boolean asked = did instanceof Interaction.Press press && leadsOn(press.action())
                || did instanceof Interaction.Command command && COME_IN_OR_GO_ON.contains(command.name());
        return told.offers().stream()
                .filter(offer -> asked || leadsOn(offer))
                .map(Action::lesson)
                .findFirst();
    }

    private static boolean leadsOn(Action action) {
        return action.verb().equals(Verb.CONTINUE.word());
    }
}
