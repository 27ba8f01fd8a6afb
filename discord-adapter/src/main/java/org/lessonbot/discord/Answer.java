package org.lessonbot.discord;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.lessonbot.chat.Block;
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
    private final Shown shown;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Hears what the person has before them once it is there. */
    interface Shown {
        void whispered(InteractionHook hook, String message, boolean console);
    }

    Answer(Spot spot, Canvas canvas, Words words, Shown shown) {
        this.spot = spot;
        this.canvas = canvas;
        this.words = words;
        this.shown = shown;
    }

    /** Time is short: takes the act up now, the reply comes later. */
    void defer() {
        if (begun.compareAndSet(false, true)) {
            send(spot.edits() ? spot.change().deferEdit() : spot.act().deferReply(true), (hook, ok) -> {});
        }
    }

    void give(Reply reply) {
        boolean first = begun.compareAndSet(false, true);
        if (reply instanceof Reply.Whisper whisper) {
            whisper(whisper.message(), whisper.console(), first);
        } else if (reply instanceof Reply.OpenForm open) {
            open(open.form(), first);
        } else if (reply instanceof Reply.FixForm fix) {
            whisper(reasons(fix.reasons()), false, first);
        } else {
            silence(first);
        }
    }

    private void whisper(Message message, boolean console, boolean first) {
        if (spot.console() && !console) {
            beside(message, first);
        } else if (spot.edits() && first) {
            var edit = console ? canvas.consoleEdit(message) : canvas.edit(message);
            send(spot.change().editMessage(edit), (hook, ok) -> shown.whispered(hook, spot.message(), console));
        } else if (first) {
            var post = console ? canvas.console(message) : canvas.post(message);
            send(spot.act().reply(post).setEphemeral(true), (hook, ok) -> told(hook, console));
        } else {
            var edit = console ? canvas.consoleEdit(message) : canvas.edit(message);
            send(spot.act().getHook().editOriginal(edit), (hook, ok) -> told(hook, console));
        }
    }

    private void told(InteractionHook hook, boolean console) {
        if (!console || !hook.hasCallbackResponse()) {
            shown.whispered(hook, ORIGINAL, console);
            return;
        }
        var whisper = hook.getCallbackResponse().getMessage();
        shown.whispered(hook, whisper == null ? ORIGINAL : whisper.getId(), true);
    }

    /** Says something without taking the console's place. */
    private void beside(Message message, boolean first) {
        if (first) {
            send(spot.change().deferEdit(), (hook, ok) -> {});
        }
        spot.act()
                .getHook()
                .sendMessage(canvas.post(message))
                .setEphemeral(true)
                .queue(
                        whisper -> shown.whispered(spot.act().getHook(), whisper.getId(), false),
                        failure -> failed(failure));
    }

    private void open(Form form, boolean first) {
        if (first && spot.act() instanceof IModalCallback act) {
            act.replyModal(DiscordForms.modal(form)).queue(open -> {}, this::failed);
        } else {
            whisper(Message.text(words.say("discord.form-late")), false, first);
        }
    }

    private Message reasons(Map<String, String> reasons) {
        return Message.of(
                new Block.Text(words.say("discord.fix")),
                new Block.Items(reasons.values().stream().sorted().collect(Collectors.toList())));
    }

    /** The room says it all; but Discord wants an answer to everything. */
    private void silence(boolean first) {
        if (first && spot.clicked()) {
            send(spot.change().deferEdit(), (hook, ok) -> {});
        } else if (!spot.clicked()) {
            whisper(Message.text(words.say("discord.done")), false, first);
        } else if (!spot.edits()) {
            spot.act().getHook().deleteOriginal().queue(gone -> {}, this::failed);
        }
    }

    private <T> void send(RestAction<T> action, BiConsumer<InteractionHook, T> done) {
        action.queue(result -> done.accept(spot.act().getHook(), result), this::failed);
    }

    /** The act may well have counted: only its answer was lost, and nobody can be told any more. */
    private void failed(Throwable failure) {
        IReplyCallback act = spot.act();
        log.warn("the answer to {} in {} was not taken: {}", act.getId(), act.getChannelId(), failure.getMessage());
    }
}
