package org.lessonbot.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the person who acted gets back. */
public sealed interface Reply {
    <R> R accept(Visitor<R> visitor);

    /** Takes each kind of reply for itself: a new kind does not compile until everybody who brings replies to people takes it. */
    interface Visitor<R> {
        R whisper(Whisper whisper);

        R console(Console console);

        R openForm(OpenForm open);

        R fixForm(FixForm fix);

        R silent();
    }

    /** Nothing to say: what the room shows says it all. */
    Reply SILENT = new Silent();

    static Reply whisper(String text) {
        return new Whisper(Message.text(text));
    }

    static Reply whisper(Message message) {
        return new Whisper(message);
    }

    /** What somebody wrote comes back to them with the word that it did not count, above the buttons that help. */
    static Reply giveBack(Reply refusal, Interaction.Act act, Words words) {
        Message written = new Message(act.quoted(words.say("written")));
        if (refusal instanceof FixForm fix) {
            Message again = Message.text(words.say("fix"));
            return new FixForm(fix.reasons(), again.then(fix.otherwise()).then(written));
        }
        return refusal instanceof Whisper whisper ? whisper(above(whisper.message(), written)) : refusal;
    }

    /** The word why something did not count, with what was written for it. */
    static Reply refused(String why, Interaction.Act act, Words words) {
        return giveBack(whisper(why), act, words);
    }

    private static Message above(Message refusal, Message written) {
        List<Block> blocks = new ArrayList<>(refusal.blocks());
        int last = blocks.size() - 1;
        boolean helps = last >= 0 && blocks.get(last) instanceof Block.Buttons;
        blocks.addAll(helps ? last : blocks.size(), written.blocks());
        return new Message(blocks);
    }

    /** A message that only this person sees. If the act came from a whisper, it takes that whisper's place. */
    record Whisper(Message message) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whisper(this);
        }
    }

    /**
     * The teachers' console, in front of whoever asked for it. It follows the lesson for as long as the platform can change it, and
     * no whisper takes its place.
     */
    record Console(Message message) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.console(this);
        }
    }

    /** A form to fill in. Platforms open it only as the first answer, so it must come within three seconds. */
    record OpenForm(Form form) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.openForm(this);
        }
    }

    /**
     * A form that cannot be taken as it is. Only ever the answer to a submission.
     *
     * @param reasons by the fields' names, for a form that is still open
     * @param otherwise the same as a whisper, where a form that was sent is gone
     */
    record FixForm(Map<String, String> reasons, Message otherwise) implements Reply {
        public FixForm {
            reasons = Map.copyOf(reasons);
        }

        public FixForm(Map<String, String> reasons) {
            this(
                    reasons,
                    Message.of(
                            new Block.Items(reasons.values().stream().sorted().toList())));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fixForm(this);
        }
    }

    record Silent() implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.silent();
        }
    }
}
