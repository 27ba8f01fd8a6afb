package org.lessonbot.engine;

import java.time.Duration;

/** Why a platform did not do what it was asked. Says nothing secret: its message is logged. */
public abstract sealed class PlatformException extends Exception {
    private static final long serialVersionUID = 1L;

    private PlatformException(String message) {
        super(message);
    }

    /** The post, or the whole channel, is no longer there. */
    public static final class Gone extends PlatformException {
        private static final long serialVersionUID = 1L;

        public Gone(String message) {
            super(message);
        }
    }

    /** Too much at once: to be tried again after this time. */
    public static final class RateLimited extends PlatformException {
        private static final long serialVersionUID = 1L;

        private final Duration after;

        public RateLimited(String message, Duration after) {
            super(message);
            this.after = after;
        }

        public Duration after() {
            return after;
        }
    }

    /** A fault that passes: to be tried again. */
    public static final class Transient extends PlatformException {
        private static final long serialVersionUID = 1L;

        public Transient(String message) {
            super(message);
        }
    }

    /** A fault that stays until somebody acts: a missing permission, a refused message. */
    public static final class Rejected extends PlatformException {
        private static final long serialVersionUID = 1L;

        public Rejected(String message) {
            super(message);
        }
    }
}
