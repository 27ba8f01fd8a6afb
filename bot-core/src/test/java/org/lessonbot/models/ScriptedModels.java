package org.lessonbot.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lessonbot.plan.Provenance;

/** Models without a server, which answer at once what a test wants. */
public final class ScriptedModels implements Models {
    private final Set<String> keys;
    private final List<Request> asked = new ArrayList<>();
    private final Map<String, Function<Request, Answer>> scripts = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();

    public ScriptedModels(String... keys) {
        this.keys = new TreeSet<>(Set.of(keys));
    }

    /** What a model does from now on; a script may throw a {@link ModelException}. */
    public ScriptedModels script(String key, Function<Request, Answer> script) {
        scripts.put(key, script);
        return this;
    }

    /** All that was asked, in order. */
    public List<Request> asked() {
        return asked;
    }

    /** An answer with the provenance that all have here. */
    public static Answer answer(String model, String text, Trouble... troubles) {
        return new Answer(
                text,
                text,
                new Provenance(
                        Provenance.Origin.MODEL,
                        "org/" + model,
                        "",
                        "main",
                        "Parrot 1",
                        "temperature 0.7",
                        "2026-11-29",
                        "2 s",
                        false,
                        ""),
                List.of(troubles),
                Optional.empty());
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public String label(String key) {
        return "";
    }

    @Override
    public void preload() {}

    @Override
    public Asked ask(String asker, Request request) {
        asked.add(request);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        try {
            answer.complete(scripts.getOrDefault(request.model(), this::usual).apply(request));
        } catch (ModelException failed) {
            answer.completeExceptionally(failed);
        }
        return new Done(answer);
    }

    private Answer usual(Request request) {
        String about = request.model() + " on " + request.prompt() + " " + request.instruction();
        return answer(request.model(), about.strip() + ", take " + times.merge(about, 1, Integer::sum) + ".");
    }

    @Override
    public void close() {}

    private record Done(CompletableFuture<Answer> answer) implements Asked {
        @Override
        public State state() {
            return new State(State.Kind.DONE, Instant.EPOCH, 0);
        }

        @Override
        public void cancel() {
            answer.cancel(false);
        }
    }
}
