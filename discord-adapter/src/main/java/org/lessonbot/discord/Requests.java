package org.lessonbot.discord;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import net.dv8tion.jda.api.requests.RestAction;

/** What is asked of Discord. */
final class Requests {
    private Requests() {}

    /**
     * Asks for this, at any moment: where JDA takes no more requests because the bot closes, that is a failure like any other. JDA itself
     * throws then, and shouts in the log where it does so in the middle of an earlier request's answer.
     */
    static <T> void send(RestAction<T> request, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        try {
            request.queue(done, failed);
        } catch (RejectedExecutionException closing) {
            failed.accept(closing);
        }
    }
}
