package org.lessonbot.discord;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/**
 * Where somebody acted: by a command, on a post that all see, on a whisper, or on a console.
 *
 * @param act what they did, still to be answered
 * @param on the message they acted on, or whose button opened the form they sent
 */
record Spot(IReplyCallback act, Optional<Message> on) {

    /** Whether they acted on a message at all. */
    boolean clicked() {
        return on.isPresent();
    }

    /** Whether the answer takes the place of the message: it is a whisper, theirs alone. */
    boolean edits() {
        return on.filter(Message::isEphemeral).isPresent();
    }

    boolean console() {
        List<Container> containers = on.filter(Message::isEphemeral).stream()
                .flatMap(message -> message.getComponents().stream())
                .filter(Container.class::isInstance)
                .map(Container.class::cast)
                .toList();
        return containers.stream().anyMatch(container -> container.getUniqueId() == Canvas.CONSOLE);
    }

    /** The act as one that can change the message; only after a click. */
    IMessageEditCallback change() {
        return (IMessageEditCallback) act;
    }

    String message() {
        return on.map(Message::getId).orElseThrow();
    }
}
