package org.lessonbot.store.embedded;

/**
 * The embedded server could not be unpacked, created, started or kept. The message says what is wrong, where, and what
 * to do about it; where the server had something to say, its last words are quoted.
 */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
