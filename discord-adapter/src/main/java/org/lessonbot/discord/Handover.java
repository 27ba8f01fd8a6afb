package org.lessonbot.discord;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands acts to the engine, and sees to it that each is answered whatever becomes of it. */
final class Handover {
    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Function<Interaction, CompletableFuture<Reply>> engine;
    private final Words words;
    private final Executor threads;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

    /** @param threads on which answers are given */
    Handover(Function<Interaction, CompletableFuture<Reply>> engine, Words words, Executor threads) {
        this.engine = engine;
        this.words = words;
        this.threads = threads;
    }

    void pass(Interaction interaction, Answer answer) {
        // Before anybody hears of it: whoever closes the bot from then on waits for it.
        CompletableFuture<Void> answered = new CompletableFuture<>();
        underWay.add(answered);
        var unused = hand(interaction)
                .thenAcceptAsync(answer::give, threads)
                .exceptionally(answer::broken)
                .whenComplete((given, fault) -> {
                    underWay.remove(answered);
                    answered.complete(null);
                });
    }

    /** Waits until all that was handed over so far is answered, but no longer than this. */
    void finish(Duration atMost) {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            log.warn("the bot closes before all that was done is answered");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Reply> hand(Interaction interaction) {
        try {
            return engine.apply(interaction).exceptionally(failure -> notCounted(interaction, failure));
        } catch (RuntimeException failure) {
            return CompletableFuture.completedFuture(notCounted(interaction, failure));
        }
    }

    private Reply notCounted(Interaction interaction, Throwable failure) {
        log.error("interaction {} in {} did not count", Engine.trace(interaction), interaction.room(), failure);
        return Engine.notCounted(interaction.act(), words);
    }
}
