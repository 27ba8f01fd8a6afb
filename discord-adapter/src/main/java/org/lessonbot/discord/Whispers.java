package org.lessonbot.discord;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last whisper that each person got in each room. It can be changed for as long as the token of what it answered is
 * valid, 15 minutes; afterwards it is forgotten.
 */
final class Whispers {
    private static final Logger log = LoggerFactory.getLogger(Whispers.class);

    private final Canvas canvas;
    private final Map<Ear, Whisper> last = new ConcurrentHashMap<>();

    Whispers(Canvas canvas) {
        this.canvas = canvas;
    }

    private record Ear(Room room, String person) {}

    private record Whisper(InteractionHook hook, String message) {}

    /** Notes what a person has before them now. */
    void heard(Room room, String person, InteractionHook hook, String message) {
        last.values().removeIf(whisper -> whisper.hook().isExpired());
        last.put(new Ear(room, person), new Whisper(hook, message));
    }

    /** Shows this instead of the last whisper, if that can still be changed. */
    void replace(Room room, String person, Message message) {
        Whisper whisper = last.get(new Ear(room, person));
        if (whisper != null && !whisper.hook().isExpired()) {
            whisper.hook()
                    .editMessageById(whisper.message(), canvas.edit(message))
                    .queue(shown -> {}, failure -> log.debug("a whisper was not changed", failure));
        }
    }

    void forget(Room room, String person) {
        last.remove(new Ear(room, person));
    }
}
