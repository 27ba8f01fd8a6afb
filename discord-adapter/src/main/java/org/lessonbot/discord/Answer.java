package org.lessonbot.discord;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one act. Discord takes the first answer for 3 seconds: whichever comes first gives it, the reply or the
 * clock, and after the clock the reply completes what was deferred.
 */
final class Answer implements Reply.Visitor<Answer.Giving> {
    private static final Logger log = LoggerFactory.getLogger(Answer.class);
    private static final String ORIGINAL = "@original";

    /** After these there is nobody left to hear of it, or nothing left to say. */
    private static final Set<ErrorResponse> IN_VAIN = EnumSet.of(
            ErrorResponse.UNKNOWN_INTERACTION,
            ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED,
            ErrorResponse.UNKNOWN_WEBHOOK,
            ErrorResponse.INVALID_WEBHOOK_TOKEN,
            ErrorResponse.UNKNOWN_MESSAGE);

    private final Spot spot;
    private final Canvas canvas;
    private final Words words;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean sorry = new AtomicBoolean();
    private volatile Optional<Ears> ears = Optional.empty();

    /** A reply that is drawn and can be given, as the first answer or after it. */
    @FunctionalInterface
    interface Giving {
        void give(boolean first);
    }

    /** Hears what the person has before them, once it is there; the act's own token can change it from then on. */
    interface Ears {
        /** @param receipt whether it says what came of the act, and may turn into what comes of it later */
        void whispered(String message, boolean receipt);

        /** @param lesson which the console moves */
        void opened(String console, long lesson);

        void used(String console);
    }

    Answer(Spot spot, Canvas canvas, Words words) {
        this.spot = spot;
        this.canvas = canvas;
        this.words = words;
    }

    /** From now on these hear of it. */
    void tells(Ears hearing) {
        ears = Optional.of(hearing);
    }

    /** Time is short: takes the act up now, the reply comes later. */
    void defer() {
        if (begin()) {
            send(spot.edits() ? spot.change().deferEdit() : spot.act().deferReply(true), taken -> used());
        }
    }

    /** Takes the act up, and only then does something for it; nothing if its person was told by now that it failed. */
    void takeUp(Runnable then) {
        begin();
        Requests.send(
                spot.act().deferReply(true),
                taken -> then.run(),
                failure -> log.info(
                        "{} came too late and is not done: {}", spot.act().getId(), failure.getMessage()));
    }

    /** What has to be drawn is drawn first: until then the clock may still answer. */
    void give(Reply reply) {
        Giving drawn = reply.accept(this);
        drawn.give(begin());
    }

    @Override
    public Giving whisper(Reply.Whisper whisper) {
        Container drawn = canvas.draw(whisper.message());
        return first -> whisper(drawn, true, first);
    }

    @Override
    public Giving console(Reply.Console console) {
        Container drawn = canvas.drawConsole(console.message());
        long lesson = LatestConsoles.lesson(console.message());
        return first -> console(drawn, lesson, first);
    }

    @Override
    public Giving openForm(Reply.OpenForm open) {
        Modal form = DiscordForms.modal(open.form());
        return first -> open(form, first);
    }

    @Override
    public Giving fixForm(Reply.FixForm fix) {
        Container drawn = canvas.draw(fix.otherwise());
        return first -> whisper(drawn, false, first);
    }

    @Override
    public Giving silent() {
        return this::silence;
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
                    whisper -> whispered(whisper.getId(), receipt));
        } else if (spot.edits()) {
            send(spot.change().editMessage(Canvas.edited(drawn)), changed -> whispered(spot.message(), receipt));
        } else {
            send(spot.act().reply(Canvas.created(drawn)).setEphemeral(true), hook -> whispered(message(hook), receipt));
        }
    }

    private void console(Container drawn, long lesson, boolean first) {
        if (!first) {
            send(
                    spot.act().getHook().editOriginal(Canvas.edited(drawn)),
                    console -> ears.ifPresent(one -> one.opened(ORIGINAL, lesson)));
        } else if (spot.edits()) {
            send(
                    spot.change().editMessage(Canvas.edited(drawn)),
                    changed -> ears.ifPresent(one -> one.opened(ORIGINAL, lesson)));
        } else {
            send(
                    spot.act().reply(Canvas.created(drawn)).setEphemeral(true),
                    hook -> ears.ifPresent(one -> one.opened(ORIGINAL, lesson)));
        }
    }

    /** Says something without taking the console's place. */
    private void beside(Container drawn, boolean receipt, boolean first) {
        if (first) {
            send(spot.act().reply(Canvas.created(drawn)).setEphemeral(true), hook -> {
                whispered(message(hook), receipt);
                used();
            });
        } else {
            send(
                    spot.act().getHook().sendMessage(Canvas.created(drawn)).setEphemeral(true),
                    whisper -> whispered(whisper.getId(), receipt));
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
            ears.ifPresent(one -> one.used(spot.message()));
        }
    }

    private void whispered(String message, boolean receipt) {
        ears.ifPresent(one -> one.whispered(message, receipt));
    }

    private <T> void send(RestAction<? extends T> action, Consumer<? super T> done) {
        Requests.send(
                action, done::accept, failure -> refused(action instanceof InteractionCallbackAction<?>, failure));
    }

    /** The act may well have counted: only its answer was not taken. If there is a way left, the person is told so. */
    private void refused(boolean first, Throwable failure) {
        log.warn("the answer to {} was not taken: {}", spot.act().getId(), failure.getMessage());
        boolean another = Faults.isRefusal(failure)
                && failure instanceof ErrorResponseException answer
                && !IN_VAIN.contains(answer.getErrorResponse());
        if (another && sorry.compareAndSet(false, true)) {
            RestAction<?> apology = first ? anew(apology()) : beside(apology());
            Requests.send(apology, told -> {}, this::lost);
        }
    }

    /** Whatever went wrong: Discord itself would let the person wait, and then say that nobody answered. */
    @Nullable
    Void broken(Throwable fault) {
        if (fault instanceof RejectedExecutionException || fault.getCause() instanceof RejectedExecutionException) {
            log.warn(
                    "the answer to {} was not given: the bot is closing",
                    spot.act().getId());
            return null;
        }
        log.error("the answer to {} could not be given", spot.act().getId(), fault);
        if (sorry.compareAndSet(false, true)) {
            RestAction<?> apology = spot.act().isAcknowledged()
                    ? beside(apology())
                    : spot.act().reply(apology()).setEphemeral(true);
            begin();
            Requests.send(apology, told -> {}, this::lost);
        }
        return null;
    }

    private MessageCreateData apology() {
        return canvas.post(org.lessonbot.chat.Message.text(words.say("discord.broken")));
    }

    private RestAction<?> beside(MessageCreateData said) {
        return spot.act().getHook().sendMessage(said).setEphemeral(true);
    }

    /** A first answer in the place of one that Discord refused. JDA counts the refused one as given and lets no other pass. */
    private RestAction<?> anew(MessageCreateData said) {
        DataObject data = said.toData();
        data.put("flags", data.getInt("flags", 0) | Message.MessageFlag.EPHEMERAL.getValue());
        DataObject body = DataObject.empty()
                .put("type", InteractionCallbackAction.ResponseType.CHANNEL_MESSAGE_WITH_SOURCE.getRaw())
                .put("data", data);
        return new RestActionImpl<Void>(
                spot.act().getJDA(),
                Route.Interactions.CALLBACK.compile(
                        spot.act().getId(), spot.act().getToken()),
                body);
    }

    private void lost(Throwable failure) {
        log.warn("nor could that be said of {}: {}", spot.act().getId(), failure.getMessage());
    }
}
