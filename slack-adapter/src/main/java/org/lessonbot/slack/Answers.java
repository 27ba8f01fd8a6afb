package org.lessonbot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings replies to whoever acted: through the response_url while it lasts, else as a message that only they see. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** The id of a button that does once more what its value says. */
    private static final String AGAIN = "again";

    private final WebApi api;
    private final SlackPainter painter;
    private final Messenger messenger;
    private final Consoles consoles;
    private final Words words;

    Answers(WebApi api, SlackPainter painter, Messenger messenger, Consoles consoles, Words words) {
        this.api = api;
        this.painter = painter;
        this.messenger = messenger;
        this.consoles = consoles;
        this.words = words;
    }

    /** How much consoles were told so far: to be noted before something is asked for that may bring one. */
    long said() {
        return consoles.said();
    }

    /**
     * Brings a reply.
     *
     * @param before how much had been said when it was asked for
     * @param leads whether its person has a right of their own to lead
     * @return how often the response_url was used
     */
    int give(Heard heard, Reply reply, long before, boolean leads) {
        try {
            return reply.accept(new To(heard, before, leads)).give();
        } catch (PlatformException failure) {
            log.warn("an answer did not reach its person: {}", failure.getMessage());
            return 0;
        }
    }

    /** A reply that can be given now. */
    @FunctionalInterface
    private interface Giving {
        /** @return how often the response_url was used */
        int give() throws PlatformException;
    }

    private final class To implements Reply.Visitor<Giving> {
        private final Heard heard;
        private final long before;
        private final boolean leads;

        To(Heard heard, long before, boolean leads) {
            this.heard = heard;
            this.before = before;
            this.leads = leads;
        }

        @Override
        public Giving whisper(Reply.Whisper whisper) {
            return () -> say(heard.origin(), whisper.message());
        }

        @Override
        public Giving console(Reply.Console console) {
            return () -> Answers.this.console(heard.origin(), console.message(), 0, before, leads);
        }

        @Override
        public Giving openForm(Reply.OpenForm open) {
            return () -> open(heard, open.form());
        }

        @Override
        public Giving fixForm(Reply.FixForm fix) {
            return () -> say(heard.origin(), fix.otherwise());
        }

        @Override
        public Giving silent() {
            return () -> 0;
        }
    }

    /** Shows the console, again or for the first time. */
    int console(Origin origin, Message console, int usesBefore, long before, boolean leads) throws PlatformException {
        Optional<Message> unsaid = consoles.show(origin, console, usesBefore, before, leads);
        if (unsaid.isPresent()) {
            messenger.say(origin.room(), origin.person(), unsaid.get());
        }
        return 1;
    }

    private int say(Origin origin, Message message) throws PlatformException {
        return say(origin, painter.fallback(message), painter.paint(message), message);
    }

    private int say(Origin origin, String text, List<LayoutBlock> blocks, Message otherwise) throws PlatformException {
        if (origin.surface() == Origin.Surface.CLUB) {
            consoles.clubs(SlackIds.team(origin.room()), origin.person(), Map.of(origin.room(), otherwise));
            return 0;
        }
        boolean replaces = origin.surface() == Origin.Surface.WHISPER;
        if (!origin.url().isEmpty() && responded(origin.url(), text, blocks, replaces)) {
            return 1;
        }
        messenger.say(origin.room(), origin.person(), otherwise);
        return 0;
    }

    private boolean responded(String url, String text, List<LayoutBlock> blocks, boolean replaces)
            throws PlatformException {
        try {
            return api.respond(url, text, blocks, replaces);
        } catch (PlatformException.Transient failure) {
            log.info("another way is taken: {}", failure.getMessage());
            return false;
        }
    }

    private int open(Heard heard, Form form) throws PlatformException {
        Origin origin = heard.origin();
        String view = BlockKit.json(SlackForms.view(form, origin, words));
        try {
            api.call(
                    origin.room(),
                    client -> client.viewsOpen(
                            open -> open.triggerId(heard.trigger()).viewAsString(view)));
            return 0;
        } catch (PlatformException.Gone opened) {
            log.debug("a form was opened though the answer got lost: {}", opened.getMessage());
            return 0;
        } catch (PlatformException.Rejected | PlatformException.Transient failure) {
            log.info("a form was not opened: {}", failure.getMessage());
            return offer(heard, Message.text(words.say("slack.form-late")), words.say("slack.again"), heard.again());
        }
    }

    /** Says something with a button that does something else, or the same once more. */
    int offer(Heard heard, Message message, String label, String again) throws PlatformException {
        List<LayoutBlock> blocks = new ArrayList<>(painter.paint(message));
        if (!again.isEmpty()) {
            blocks.add(ActionsBlock.builder()
                    .elements(List.of(Controls.button(AGAIN, again, label, Button.Style.PRIMARY)))
                    .build());
        }
        return say(heard.origin(), painter.fallback(message), blocks, message);
    }
}
