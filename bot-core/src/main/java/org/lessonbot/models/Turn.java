package org.lessonbot.models;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lessonbot.models.Asked.State;
import org.lessonbot.models.ModelException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something asked of a model: it waits in line, is tried until the server has time, and ends once. May be used by any thread. */
class Turn<T> {
    /** How long a server that has too much to do is asked again. */
    static final Duration BUSY = Duration.ofMinutes(3);
    /** How long one that loads its model is. */
    static final Duration LOADING = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    private final String asker;
    private final Served model;
    private final Call call;
    private final ScheduledExecutorService threads;
    private final Function<Call, T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Since since;
    private volatile @Nullable Instant end;
    private Duration busy = Duration.ZERO;
    private Duration loading = Duration.ZERO;
    private @Nullable Future<?> again;

    private record Since(State.Kind kind, Instant when) {}

    Turn(String asker, Served model, Call call, ScheduledExecutorService threads, Function<Call, T> work) {
        this.asker = asker;
        this.model = model;
        this.call = call;
        this.threads = threads;
        this.work = work;
        this.since = new Since(State.Kind.WAITING, model.now());
    }

    String asker() {
        return asker;
    }

    /** Takes its place in line; ends at once if there is none, or nothing is served any more. */
    void queue() {
        if (!model.line().join(this)) {
            end(null, new ModelException(Kind.QUEUE_FULL, Line.MOST + " requests wait already"));
        } else if (threads.isShutdown()) {
            cancel(true);
        }
    }

    /** Its turn has come. */
    void begin() {
        since = new Since(State.Kind.ANSWERING, model.now());
        try {
            threads.execute(this::attempt);
        } catch (RejectedExecutionException closed) {
            end(null, new ModelException(Kind.CANCELLED, "the bot closes"));
        }
    }

    private void attempt() {
        if (over.get()) {
            model.line().leave(this);
            return;
        }
        try {
            T done = work.apply(call);
            end(done, null);
        } catch (NotYet later) {
            if (comesAgain(later)) {
                return;
            }
            end(null, new ModelException(later.loading() ? Kind.TIMEOUT : Kind.BUSY, said(later)));
        } catch (ModelException failed) {
            end(null, new ModelException(failed.kind(), said(failed)));
        } catch (RuntimeException | StackOverflowError unforeseen) {
            // Java's patterns are recursive, and what a server says can be anything.
            log.error("an answer of {} could not be dealt with", model, unforeseen);
            end(null, new ModelException(Kind.UNREADABLE, String.valueOf(unforeseen)));
        }
        model.line().leave(this);
    }

    private String said(RuntimeException failed) {
        return call.hidden(String.valueOf(failed.getMessage()));
    }

    /** Waits in its slot: to others the server would say the same. */
    private synchronized boolean comesAgain(NotYet later) {
        if (later.loading()) {
            loading = loading.plus(later.pause());
        } else {
            busy = busy.plus(later.pause());
        }
        boolean patient =
                busy.compareTo(BUSY) <= 0 && loading.compareTo(LOADING) <= 0 && !over.get() && !threads.isShutdown();
        if (patient) {
            again = threads.schedule(this::attempt, later.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
        return patient;
    }

    private void end(@Nullable T done, @Nullable ModelException failed) {
        if (over.compareAndSet(false, true)) {
            end = model.now();
            if (failed == null) {
                answer.complete(done);
            } else {
                answer.completeExceptionally(failed);
            }
        }
    }

    /** As {@link Asked#answer()}. To whoever completes or cancels it, it is a copy. */
    public CompletableFuture<T> answer() {
        return answer.copy();
    }

    public State state() {
        Since now = since;
        Instant ended = end;
        if (ended != null) {
            return new State(State.Kind.DONE, ended, 0);
        }
        Instant loads = model.loading();
        return loads == null
                ? new State(now.kind(), now.when(), model.line().ahead(this))
                : new State(State.Kind.LOADING, loads, model.line().ahead(this));
    }

    public void cancel() {
        cancel(false);
    }

    /** @param loading whether the loading of a model is given up too, which others may wait for */
    void cancel(boolean loading) {
        boolean waited = since.kind() == State.Kind.WAITING;
        end(null, new ModelException(Kind.CANCELLED, "given up"));
        call.hangUp(loading);
        if (waited || pauses()) {
            model.line().leave(this);
        }
    }

    private synchronized boolean pauses() {
        return again != null && again.cancel(false);
    }
}
