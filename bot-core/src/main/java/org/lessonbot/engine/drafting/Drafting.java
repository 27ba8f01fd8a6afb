package org.lessonbot.engine.drafting;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.lessonbot.draft.Draft;
import org.lessonbot.draft.Voice;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.models.Asked;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Models;
import org.lessonbot.models.Request;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks models for what drafts still lack, and keeps what they answer. Nobody waits for it. What is to be asked stands in the database:
 * one instance at a time holds a draft, and after a crash another one asks anew.
 */
public final class Drafting implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Drafting.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final Drafts drafts;
    private final Models models;
    private final Publisher publisher;
    private final Clock clock;
    private final Time time;
    private final ScheduledExecutorService thread;
    /** What is asked of models now. */
    private final Map<Part, Asking> asked = new HashMap<>();

    private boolean away;

    public Drafting(Drafts drafts, Models models, Publisher publisher, Clock clock, Time time) {
        this.drafts = drafts;
        this.models = models;
        this.publisher = publisher;
        this.clock = clock;
        this.time = time;
        this.thread = time.threads("drafting", 1);
    }

    /** One voice of a draft at one attempt. */
    private record Part(long lesson, long draft, String role, int attempt) {}

    private static final class Asking {
        private final Asked asked;
        private Asked.State noted;
        private long said;

        Asking(Asked asked, Asked.State noted, long now) {
            this.asked = asked;
            this.noted = noted;
            this.said = now;
        }
    }

    public void start() {
        if (knowsModels()) {
            var unused = thread.scheduleWithFixedDelay(this::look, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    boolean knowsModels() {
        return !models.keys().isEmpty();
    }

    /** Servers may load what they will be asked soon. Returns at once. */
    void preload() {
        models.preload();
    }

    /** A draft of this lesson was changed: something is to be asked, or no more. Returns at once. */
    void changed(long lesson) {
        soon();
        publisher.want(lesson, Slot.CONSOLE);
    }

    private void soon() {
        thread.execute(this::look);
    }

    private void look() {
        try {
            asked.entrySet().removeIf(one -> isSettled(one.getKey(), one.getValue()));
            Map<Part, Request> wanted = wanted(drafts.claim(LEASE));
            asked.entrySet().removeIf(one -> isUnwanted(wanted, one.getKey(), one.getValue()));
            wanted.forEach(this::ask);
            asked.forEach(this::note);
            away = false;
        } catch (RuntimeException failure) {
            if (!away) {
                away = true;
                log.warn("drafts wait until the database is back: {}", failure.getMessage());
            }
        }
    }

    /** In the order in which they stand before the teacher: a server takes them one by one. */
    private static Map<Part, Request> wanted(List<Draft> ours) {
        Map<Part, Request> wanted = new LinkedHashMap<>();
        for (Draft draft : ours) {
            draft.voices().stream()
                    .filter(Voice::isUnderWay)
                    .forEach(voice -> wanted.put(
                            new Part(draft.lesson(), draft.id(), voice.role().key(), voice.attempt()),
                            new Request(
                                    voice.role().model(),
                                    draft.prompt(),
                                    voice.role().instruction(),
                                    voice.role().thinks())));
        }
        return wanted;
    }

    private boolean isUnwanted(Map<Part, Request> wanted, Part part, Asking asking) {
        boolean unwanted = !wanted.containsKey(part);
        if (unwanted) {
            asking.asked.cancel();
        }
        return unwanted;
    }

    private void ask(Part part, Request request) {
        if (asked.containsKey(part)) {
            return;
        }
        if (!models.keys().contains(request.model())) {
            change(part, voice -> voice.failed(ModelException.Kind.NO_MODEL, clock.instant()));
            return;
        }
        Asked now = models.ask(Long.toString(part.lesson()), request);
        Asked.State waits = new Asked.State(Asked.State.Kind.WAITING, clock.instant(), 0);
        asked.put(part, new Asking(now, waits, time.nanos()));
        var unused = now.answer().whenComplete((answer, failure) -> soon());
    }

    /** Keeps what has come of it, if it has: what cannot be kept now is kept the next time. */
    private boolean isSettled(Part part, Asking asking) {
        if (!asking.asked.answer().isDone()) {
            return false;
        }
        change(part, voice -> settled(voice, asking.asked));
        return true;
    }

    private Voice settled(Voice voice, Asked done) {
        try {
            return voice.came(done.answer().join(), clock.instant());
        } catch (CompletionException | ModelException failed) {
            Throwable why = failed instanceof CompletionException ? failed.getCause() : failed;
            if (why instanceof ModelException known) {
                log.info("{} gave no answer: {}", voice.role().model(), known.getMessage());
                return voice.failed(known.kind(), clock.instant());
            }
            log.error("{} gave no answer", voice.role().model(), failed);
            return voice.failed(ModelException.Kind.BROKEN_OFF, clock.instant());
        }
    }

    private void note(Part part, Asking asking) {
        Asked.State now = asking.asked.state();
        boolean other = now.kind() != asking.noted.kind() || now.ahead() != asking.noted.ahead();
        boolean loads = now.kind() == Asked.State.Kind.LOADING;
        if (now.kind() == Asked.State.Kind.DONE) {
            return;
        }
        if (other) {
            asking.noted = now;
            change(part, voice -> voice.at(Voice.State.valueOf(now.kind().name()), now.since(), now.ahead()));
        } else if (loads && time.nanos() - asking.said >= DraftViews.SAID_EVERY.toNanos()) {
            publisher.want(part.lesson(), Slot.CONSOLE);
        } else {
            return;
        }
        asking.said = time.nanos();
    }

    private void change(Part part, UnaryOperator<Voice> change) {
        drafts.change(part.lesson(), part.draft(), draft -> draft.with(part.role(), part.attempt(), change));
        publisher.want(part.lesson(), Slot.CONSOLE);
    }

    /** Asks nothing more, and keeps nothing more: whoever runs next asks anew for what is lacking. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var unused = thread.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
