package org.lessonbot.tck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.models.Answer;
import org.lessonbot.models.Asked;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Request;
import org.lessonbot.models.Thought;
import org.lessonbot.models.Trouble;
import org.lessonbot.plan.Provenance;

/** A request to a model that a rule answers. */
final class HandAnswer implements Asked {
    private final Request request;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile State state = new State(State.Kind.WAITING, Instant.EPOCH, 0);

    HandAnswer(Request request) {
        this.request = request;
    }

    Request request() {
        return request;
    }

    @Override
    public CompletableFuture<Answer> answer() {
        return answer;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void cancel() {
        fails(ModelException.Kind.CANCELLED);
    }

    boolean isCancelled() {
        return answer.isCompletedExceptionally();
    }

    /** It is this far now. */
    void becomes(State.Kind kind, Instant since, int ahead) {
        state = new State(kind, since, ahead);
    }

    /** The model says this. */
    void says(String text, Trouble... troubles) {
        done();
        Provenance by = new Provenance(
                Provenance.Origin.MODEL,
                "birds/" + request.model(),
                "",
                "r7",
                "nest 1",
                "greedy",
                "2026-03-02",
                "2 s",
                false,
                "");
        answer.complete(new Answer(text, text, by, List.of(troubles), thought()));
    }

    /** Two words, and what could have stood in the place of each. */
    private Optional<Thought> thought() {
        return request.thought()
                ? Optional.of(new Thought(List.of(
                        new Thought.Place("and", List.of(new Thought.Word("and", 0.6), new Thought.Word("but", 0.25))),
                        new Thought.Place(
                                " the", List.of(new Thought.Word(" a", 0.5), new Thought.Word(" the", 0.25))))))
                : Optional.empty();
    }

    void fails(ModelException.Kind kind) {
        done();
        answer.completeExceptionally(new ModelException(kind, "as the rule says"));
    }

    private void done() {
        state = new State(State.Kind.DONE, state.since(), 0);
    }
}
