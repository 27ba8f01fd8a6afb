package org.lessonbot.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.models.Answer;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Thought;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

/**
 * One response of a draft, as far as it has come.
 *
 * @param attempt how often it was asked for, from 1: what comes late of an earlier attempt is none of its answers
 * @param since when its state began, in milliseconds
 * @param ahead how many requests come first, while it waits
 * @param failure the name of what went wrong; empty if nothing did
 * @param said what the model answered
 * @param own what the teacher wrote in its place; empty for nothing
 * @param bank what the lesson's bank has for the same prompt, if the teacher took that instead
 */
public record Voice(
        Role role,
        int attempt,
        State state,
        long since,
        int ahead,
        String failure,
        @Nullable Said said,
        String own,
        @Nullable Response bank) {
    /** How far the model has come. */
    public enum State {
        WAITING,
        LOADING,
        ANSWERING,
        CAME,
        FAILED
    }

    /** One that is yet to be asked. */
    static Voice of(Role role, Instant now) {
        return new Voice(role, 1, State.WAITING, now.toEpochMilli(), 0, "", null, "", null);
    }

    /** Whether a model is still to answer. */
    public boolean isUnderWay() {
        return own.isEmpty() && bank == null && state != State.CAME && state != State.FAILED;
    }

    /** Whether a class may be shown what there is. */
    public boolean isReady() {
        return response()
                .filter(response -> response.text().length() <= Response.LONGEST)
                .isPresent();
    }

    /** What a class would be shown; nothing if there is nothing that it may be. */
    public Optional<Response> response() {
        if (bank != null) {
            return Optional.of(bank);
        }
        Optional<Said> usable = answer().filter(Said::usable);
        if (own.isEmpty()) {
            return usable.map(answer -> new Response(answer.text(), answer.provenance()));
        }
        return Optional.of(new Response(
                own,
                usable.filter(answer -> isShortened())
                        .map(answer -> answer.provenance().shortened())
                        .orElse(Provenance.of(Provenance.Origin.TEACHER))));
    }

    /** What the model answered, if it has. */
    public Optional<Said> answer() {
        return Optional.ofNullable(said);
    }

    Voice again(Instant now) {
        return new Voice(role, attempt + 1, State.WAITING, now.toEpochMilli(), 0, "", null, "", null);
    }

    /** The same, so far. */
    public Voice at(State progress, Instant began, int before) {
        return new Voice(role, attempt, progress, began.toEpochMilli(), before, "", said, own, bank);
    }

    /** The same with its answer. */
    public Voice came(Answer answer, Instant now) {
        return new Voice(role, attempt, State.CAME, now.toEpochMilli(), 0, "", Said.of(answer), own, bank);
    }

    /** The same that will have no answer. */
    public Voice failed(ModelException.Kind kind, Instant now) {
        return new Voice(role, attempt, State.FAILED, now.toEpochMilli(), 0, kind.name(), said, own, bank);
    }

    /** Whether a class would be shown what the model said, or a part of it. */
    public boolean isModels() {
        return bank == null && (own.isEmpty() || isShortened());
    }

    /** What the model thought likely, as far as what a class would be shown begins as its answer did; empty if nobody knows. */
    List<Thought.Place> thought() {
        List<Thought.Place> all = isModels() ? answer().map(Said::thought).orElse(List.of()) : List.of();
        if (own.isEmpty()) {
            return all;
        }
        List<Thought.Place> left = new ArrayList<>();
        int length = 0;
        for (Thought.Place place : all) {
            String said = length == 0 ? place.said().stripLeading() : place.said();
            if (!own.startsWith(said, length)) {
                break;
            }
            left.add(place);
            length += said.length();
        }
        return List.copyOf(left);
    }

    private boolean isShortened() {
        return answer().filter(Said::usable)
                .filter(answer -> Shortening.of(answer.text(), own))
                .isPresent();
    }

    /** The same with what the bank has in its place. */
    Voice swapped(Response response) {
        return new Voice(role, attempt, state, since, ahead, failure, said, "", response);
    }

    /** The same with these words of the teacher's; with the model's own if they are the same, or none. */
    Voice with(String text) {
        if (bank != null && bank.text().equals(text)) {
            return this;
        }
        boolean models = answer().filter(Said::usable)
                .filter(answer -> answer.text().equals(text))
                .isPresent();
        return new Voice(role, attempt, state, since, ahead, failure, said, models ? "" : text, null);
    }
}
