package org.lessonbot.discord;

import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one act. Discord takes the first answer for 3 seconds: whichever comes first gives it, the reply or the
 * clock, and after the clock the reply completes what was deferred.
 */
final class Answer {
    private static final Logger log = LoggerFactory.getLogger(Answer.class);
    private static final String ORIGINAL = "@original";

    private final Spot spot;
    private final Canvas canvas;
    private final Words words;
    private final Ears ears;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Hears what the person has before them, once it is there; the act's own token can change it from then on. */
    interface Ears {
        void whispered(String message);

        void opened(String console);

        void used(String console);
    }

    Answer(Spot spot, Canvas canvas, Words words, Ears ears) {
        this.spot = spot;
        this.canvas = canvas;
        this.words = words;
        this.ears = ears;
    }

    /** Time is short: takes the act up now, the reply comes later. */
    void defer() {
        if (begun.compareAndSet(false, true)) {
            send(spot.edits() ? spot.change().deferEdit() : spot.act().deferReply(true), this::used);
        }
    }

    void give(Reply reply) {
        boolean first = begun.compareAndSet(false, true);
        if (reply instanceof Reply.Whisper whisper && whisper.console()) {
            console(whisper.message(), first);
        } else if (reply instanceof Reply.Whisper whisper) {
            whisper(whisper.message(), first);
        } else if (reply instanceof Reply.OpenForm open) {
            open(open.form(), first);
        } else if (reply instanceof Reply.FixForm fix) {
            whisper(fix.otherwise(), first);
        } else {
            silence(first);
        }
    }

    private void whisper(Message message, boolean first) {
        if (spot.console()) {
            beside(message, first);
        } else if (!first) {
            send(spot.act().getHook().editOriginal(canvas.edit(message)), () -> ears.whispered(ORIGINAL));
        } else if (spot.edits()) {
            send(spot.change().editMessage(canvas.edit(message)), () -> ears.whispered(ORIGINAL));
        } else {
            send(spot.act().reply(canvas.post(message)).setEphemeral(true), () -> ears.whispered(ORIGINAL));
        }
    }

    private void console(Message message, boolean first) {
        if (!first) {
            send(spot.act().getHook().editOriginal(canvas.consoleEdit(message)), () -> ears.opened(ORIGINAL));
        } else if (spot.edits()) {
            send(spot.change().editMessage(canvas.consoleEdit(message)), () -> ears.opened(ORIGINAL));
        } else {
            send(spot.act().reply(canvas.console(message)).setEphemeral(true), () -> ears.opened(ORIGINAL));
        }
    }

    /** Says something without taking the console's place. */
    private void beside(Message message, boolean first) {
        if (first) {
            send(spot.act().reply(canvas.post(message)).setEphemeral(true), () -> {
                ears.whispered(ORIGINAL);
                used();
            });
        } else {
            spot.act()
                    .getHook()
                    .sendMessage(canvas.post(message))
                    .setEphemeral(true)
                    .queue(whisper -> ears.whispered(whisper.getId()), this::failed);
        }
    }

    private void open(Form form, boolean first) {
        if (first && spot.act() instanceof IModalCallback act) {
            send(act.replyModal(DiscordForms.modal(form)), () -> {});
        } else {
            whisper(Message.text(words.say("discord.form-late")), first);
        }
    }

    /** What the room shows says it all; but Discord wants an answer to everything. */
    private void silence(boolean first) {
        if (spot.clicked() && first) {
            send(spot.change().deferEdit(), this::used);
        } else if (!spot.edits()) {
            defer(first);
            send(spot.act().getHook().deleteOriginal(), () -> {});
        }
    }

    private void defer(boolean first) {
        if (first) {
            send(spot.act().deferReply(true), () -> {});
        }
    }

    private void used() {
        if (spot.console()) {
            ears.used(spot.message());
        }
    }

    private void send(RestAction<?> action, Runnable done) {
        action.queue(result -> done.run(), this::failed);
    }

    /** The act may well have counted: only its answer was lost, and nobody can be told any more. */
    private void failed(Throwable failure) {
        log.warn("the answer to {} was not taken: {}", spot.act().getId(), failure.getMessage());
    }
}
