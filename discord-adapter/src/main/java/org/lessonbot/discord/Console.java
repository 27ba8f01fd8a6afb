package org.lessonbot.discord;

import net.dv8tion.jda.api.interactions.InteractionHook;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One teacher's console: a whisper that follows the lesson through the token of whatever that teacher did last. One edit at a
 * time; what changes meanwhile goes into the next.
 */
final class Console {
    private static final Logger log = LoggerFactory.getLogger(Console.class);

    private final Canvas canvas;
    private final String message;
    private InteractionHook hook;
    private @Nullable Message shown;
    private @Nullable Message wanted;
    private boolean busy;

    /** @param message the id of the whisper that it is */
    Console(Canvas canvas, InteractionHook hook, String message) {
        this.canvas = canvas;
        this.hook = hook;
        this.message = message;
    }

    String message() {
        return message;
    }

    synchronized InteractionHook hook() {
        return hook;
    }

    /** Goes on by the token of another act. */
    synchronized void renew(InteractionHook later) {
        hook = later;
    }

    synchronized void show(Message now) {
        wanted = now;
        next();
    }

    private synchronized void next() {
        Message now = wanted;
        if (busy || now == null || now.equals(shown) || hook.isExpired()) {
            return;
        }
        busy = true;
        Requests.send(hook.editMessageById(message, canvas.consoleEdit(now)), edited -> done(now), failure -> {
            log.debug("a console was not changed", failure);
            failed(now);
        });
    }

    private synchronized void done(Message now) {
        busy = false;
        shown = now;
        next();
    }

    /** What could not be shown is not tried again until it changes, or the teacher does something. */
    private synchronized void failed(Message now) {
        busy = false;
        if (!now.equals(wanted)) {
            next();
        }
    }
}
