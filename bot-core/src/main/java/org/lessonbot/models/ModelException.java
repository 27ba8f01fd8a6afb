package org.lessonbot.models;

import java.util.Locale;

/** No answer came, or none that can be used. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. Each is said in words by {@code models.failed.<name>}. */
    public enum Kind {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** Nothing came in the time that even loading takes. */
        TIMEOUT,
        /** The server does not know the model. */
        NO_MODEL,
        /** The server wants another key, or none was given. */
        KEY,
        /** The server refused the request. */
        REFUSED,
        /** The server is busy, also after waiting as long as it asked. */
        BUSY,
        /** Something broke off in the middle. */
        BROKEN_OFF,
        /** What came cannot be read: perhaps it is not a model's server. */
        UNREADABLE,
        /** There is no text in the answer. */
        EMPTY,
        /** All that the model may say went into thinking. */
        ONLY_REASONING,
        /** Too many requests wait already. */
        QUEUE_FULL,
        /** It was given up. */
        CANCELLED;

        /** The key of the words that say it. */
        public String key() {
            return "models.failed." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param message for whoever runs the bot: what the server said, without any key */
    public ModelException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
