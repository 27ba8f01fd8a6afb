package org.lessonbot.discord;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;
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
        /** @param receipt whether it says what came of the act, and may turn into what comes of it later */
        void whispered(String message, boolean receipt);

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
        if (begin()) {
            send(spot.edits() ? spot.change().deferEdit() : spot.act().deferReply(true), taken -> used());
        }
    }

    /** What has to be drawn is drawn first: until then the clock may still answer. */
    void give(Reply reply) {
        if (reply instanceof Reply.Whisper whisper && whisper.console()) {
            console(canvas.drawConsole(whisper.message()), begin());
        } else if (reply instanceof Reply.Whisper whisper) {
            whisper(canvas.draw(whisper.message()), true, begin());
        } else if (reply instanceof Reply.OpenForm open) {
            open(DiscordForms.modal(open.form()), begin());
        } else if (reply instanceof Reply.FixForm fix) {
            whisper(canvas.draw(fix.otherwise()), false, begin());
        } else {
            silence(begin());
        }
    }

    private boolean begin() {
        return begun.compareAndSet(false, true);
    }

    private void whisper(Container drawn, boolean receipt, boolean first) {
        if (spot.console()) {
            beside(drawn, receipt, first);
        } else if (!first) {
            send(
                    spot.act().getHook().editOriginal(Canvas.edited(drawn)),
                    whisper -> ears.whispered(whisper.getId(), receipt));
        } else if (spot.edits()) {
            send(spot.change().editMessage(Canvas.edited(drawn)), changed -> ears.whispered(spot.message(), receipt));
        } else {
            send(
                    spot.act().reply(Canvas.created(drawn)).setEphemeral(true),
                    hook -> ears.whispered(message(hook), receipt));
        }
    }

    private void console(Container drawn, boolean first) {
        if (!first) {
            send(spot.act().getHook().editOriginal(Canvas.edited(drawn)), console -> ears.opened(ORIGINAL));
        } else if (spot.edits()) {
            send(spot.change().editMessage(Canvas.edited(drawn)), changed -> ears.opened(ORIGINAL));
        } else {
            send(spot.act().reply(Canvas.created(drawn)).setEphemeral(true), hook -> ears.opened(ORIGINAL));
        }
    }

    /** Says something without taking the console's place. */
    private void beside(Container drawn, boolean receipt, boolean first) {
        if (first) {
            send(spot.act().reply(Canvas.created(drawn)).setEphemeral(true), hook -> {
                ears.whispered(message(hook), receipt);
                used();
            });
        } else {
            send(
                    spot.act().getHook().sendMessage(Canvas.created(drawn)).setEphemeral(true),
                    whisper -> ears.whispered(whisper.getId(), receipt));
        }
    }

    private static String message(InteractionHook hook) {
        Message whisper =
                hook.hasCallbackResponse() ? hook.getCallbackResponse().getMessage() : null;
        return whisper == null ? ORIGINAL : whisper.getId();
    }

    private void open(Modal form, boolean first) {
        if (first && spot.act() instanceof IModalCallback act) {
            send(act.replyModal(form), opened -> {});
        } else {
            whisper(canvas.draw(org.lessonbot.chat.Message.text(words.say("discord.form-late"))), false, first);
        }
    }

    /** What the room shows says it all; but Discord wants an answer to everything. */
    private void silence(boolean first) {
        if (spot.clicked() && first) {
            send(spot.change().deferEdit(), taken -> used());
        } else if (!spot.edits()) {
            defer(first);
            send(spot.act().getHook().deleteOriginal(), gone -> {});
        }
    }

    private void defer(boolean first) {
        if (first) {
            send(spot.act().deferReply(true), taken -> {});
        }
    }

    private void used() {
        if (spot.console()) {
            ears.used(spot.message());
        }
    }

    private <T> void send(RestAction<? extends T> action, Consumer<? super T> done) {
        action.queue(done::accept, this::failed);
    }

    /** The act may well have counted: only its answer was lost, and nobody can be told any more. */
    private void failed(Throwable failure) {
        log.warn("the answer to {} was not taken: {}", spot.act().getId(), failure.getMessage());
    }
}
