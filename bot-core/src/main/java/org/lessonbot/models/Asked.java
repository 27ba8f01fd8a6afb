package org.lessonbot.models;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A request on its way. */
public interface Asked {
    /** What came of it; fails with a {@link ModelException}, and with no other exception. */
    CompletableFuture<Answer> answer();

    /** Where it is now. */
    State state();

    /** Gives it up: it leaves the queue, or the server is no longer listened to. Its answer fails as cancelled. */
    void cancel();

    /**
     * Where a request is.
     *
     * @param since when that began
     * @param ahead how many requests come first, while it waits
     */
    record State(Kind kind, Instant since, int ahead) {
        /** The ways of being under way. */
        public enum Kind {
            /** In the queue. */
            WAITING,
            /** The server is loading the model. */
            LOADING,
            /** The model is asked. */
            ANSWERING,
            /** The answer is there, or will never come. */
            DONE
        }
    }
}
