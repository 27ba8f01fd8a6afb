package org.lessonbot.models;

import java.time.Duration;

/** The server asks for patience: the same is to be asked again later. */
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration pause;
    private final boolean loading;

    /** @param loading whether it is loading the model; else it has too much to do */
    NotYet(Duration pause, boolean loading, String message) {
        super(message, null, false, false);
        this.pause = pause;
        this.loading = loading;
    }

    Duration pause() {
        return pause;
    }

    boolean loading() {
        return loading;
    }
}
