package org.lessonbot.chat;

import java.util.Map;

/** What the person who acted gets back. */
public sealed interface Reply {
    /** Nothing to say: what the room shows says it all. */
    Reply SILENT = new Silent();

    static Reply whisper(String text) {
        return new Whisper(Message.text(text), false);
    }

    static Reply whisper(Message message) {
        return new Whisper(message, false);
    }

    /** The teachers' console, in front of whoever asked for it. */
    static Reply console(Message message) {
        return new Whisper(message, true);
    }

    /**
     * A message that only this person sees. If the act came from a whisper, it takes that whisper's place.
     *
     * @param console whether it is the teachers' console: then it follows the desk's post for as long as the platform can
     *     change it, and no whisper takes its place
     */
    record Whisper(Message message, boolean console) implements Reply {}

    /** A form to fill in. Platforms open it only as the first answer, so it must come within three seconds. */
    record OpenForm(Form form) implements Reply {}

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
    }

    record Silent() implements Reply {}
}
