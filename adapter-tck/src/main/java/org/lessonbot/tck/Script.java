package org.lessonbot.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;

/** What the adapter's interactions meet: the engine, unless a rule has written down an answer. Remembers them all. */
final class Script {
    private final Queue<Reply> answers = new ConcurrentLinkedQueue<>();
    private final Ledger ledger = new Ledger();
    private final Measure measure = new Measure();
    private final List<Interaction> heard = new ArrayList<>();

    /** The next interaction is answered so, and the engine does not hear of it. */
    void answerNext(Reply reply) {
        answers.add(reply);
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the adapters made of what people did, oldest first. */
    synchronized List<Interaction> heard() {
        return List.copyOf(heard);
    }

    synchronized Interaction lastHeard() {
        return heard.get(heard.size() - 1);
    }

    CompletableFuture<Reply> handle(Interaction interaction, Function<Interaction, CompletableFuture<Reply>> engine) {
        synchronized (this) {
            heard.add(interaction);
        }
        Reply written = answers.poll();
        CompletableFuture<Reply> reply =
                written == null ? engine.apply(Seeded.of(interaction)) : CompletableFuture.completedFuture(written);
        return reply.whenComplete((said, failure) -> measure(said));
    }

    private void measure(@Nullable Reply reply) {
        if (reply != null) {
            reply.accept(measure).run();
        }
    }

    private final class Measure implements Reply.Visitor<Runnable> {
        @Override
        public Runnable whisper(Reply.Whisper whisper) {
            return () -> ledger.measure(whisper.message());
        }

        @Override
        public Runnable console(Reply.Console console) {
            return () -> ledger.measure(console.message());
        }

        @Override
        public Runnable openForm(Reply.OpenForm open) {
            return () -> ledger.measure(open.form());
        }

        @Override
        public Runnable fixForm(Reply.FixForm fix) {
            return () -> ledger.measure(fix.otherwise());
        }

        @Override
        public Runnable silent() {
            return () -> {};
        }
    }
}
