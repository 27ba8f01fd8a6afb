package org.lessonbot.engine.door;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.chat.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who work on what people do, and what of it is under way. */
final class Workers implements Executor, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private static final int LAST_ACTS_S = 10;

    private final ExecutorService hands;
    private final ExecutorService errands = Executors.newSingleThreadExecutor(work -> daemon(work, "lesson-errands"));
    private final Set<CompletableFuture<Reply>> underWay = ConcurrentHashMap.newKeySet();

    /** @param atOnce on how much they work at once */
    Workers(int atOnce) {
        this.hands = Executors.newFixedThreadPool(atOnce, work -> daemon(work, "lesson-worker"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Works on what somebody did, unless whoever waits for the reply has completed it themselves before that is begun: then the
     * person was told that it did not count.
     *
     * @param failed what they are told if that cannot be done
     */
    CompletableFuture<Reply> take(Supplier<CompletableFuture<Reply>> work, Function<Throwable, Reply> failed) {
        // Before it is begun: whoever closes from then on waits for it.
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        underWay.add(reply);
        var unused = reply.whenComplete((said, none) -> underWay.remove(reply));
        try {
            var begun = CompletableFuture.supplyAsync(() -> reply.isDone() ? reply : work.get(), hands)
                    .thenCompose(answer -> answer)
                    .exceptionally(failed)
                    .thenAccept(reply::complete);
        } catch (RejectedExecutionException closing) {
            reply.complete(failed.apply(closing));
        }
        return reply;
    }

    /** How much is under way. */
    int underWay() {
        return underWay.size();
    }

    @Override
    public void execute(Runnable work) {
        hands.execute(work);
    }

    /** On which what takes as long as a chat lets it is done, and keeps nobody else waiting. */
    Executor errands() {
        return errands;
    }

    /** Finishes what is under way, and takes nothing more. */
    @Override
    public void close() {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get(LAST_ACTS_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            log.warn("some interactions were not finished in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        hands.shutdown();
        errands.shutdown();
    }
}
