package org.lessonbot.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One model at its server. May be used by any thread. */
final class Served {
    private final ModelSetting setting;
    private final Dialect dialect;
    private final Line line;
    private final Clock clock;
    private final Answers answers;
    private final AtomicBoolean warming = new AtomicBoolean();
    private volatile @Nullable Instant loading;
    private volatile @Nullable String program;
    private volatile Optional<Rendering> rendering = Optional.empty();
    private volatile boolean renderingKnown;

    /** @param line that of its server */
    Served(ModelSetting setting, Line line, Clock clock, Answers answers) {
        this.setting = setting;
        this.dialect = Dialect.of(setting);
        this.line = line;
        this.clock = clock;
        this.answers = answers;
    }

    ModelSetting setting() {
        return setting;
    }

    Line line() {
        return line;
    }

    Instant now() {
        return clock.instant();
    }

    /** Since when it is being loaded; null if it is not, as far as is known. */
    @Nullable
    Instant loading() {
        return loading;
    }

    /** Whether nobody else lets it load now; who may does, and says when that is over. */
    boolean mayWarm() {
        return warming.compareAndSet(false, true);
    }

    void warmed() {
        warming.set(false);
    }

    /** Returns once it is loaded. */
    boolean load(Call call) {
        loads();
        told(() -> {
            call.whileLoading(() -> dialect.load(call));
            return true;
        });
        return true;
    }

    Answer ask(Call call, Request request) {
        if (dialect.mustLoad(call)) {
            load(call);
        }
        Instant begin = now();
        Said said = said(call, request);
        return answers.of(setting, request, said, new Answers.Circumstances(program(call, said), begin, now()));
    }

    /** Tries it as a lesson would, and says what there is to say about it. */
    Probe probe(Call call) {
        Set<String> listed = dialect.models(call);
        Duration load = Duration.ZERO;
        if (dialect.mustLoad(call)) {
            Instant begin = now();
            load(call);
            load = Duration.between(begin, now());
        }
        Request request = new Request(setting.key(), setting.isBase() ? Probe.STORY : Probe.QUESTION, "", false);
        Instant loaded = now();
        Said said = said(call, request);
        Duration took = Duration.between(loaded, now());
        String server = program(call, said);
        Answer answer = answers.of(setting, request, said, new Answers.Circumstances(server, loaded, now()));
        return Probe.of(setting, new Probe.Seen(server, listed, load, took, said, answer, rendering(call)));
    }

    /** @throws ModelException if it thought until it was cut off: where a template began the thinking nothing in the text says so */
    private Said said(Call call, Request request) {
        Said said = told(() -> dialect.ask(call, request));
        boolean mayBeThought = said.unfinished()
                && said.reasoning().isBlank()
                && !Reasoning.in(said.text()).found();
        if (mayBeThought && rendering(call).filter(Rendering::thinks).isPresent()) {
            throw new ModelException(ModelException.Kind.ONLY_REASONING, said.tokens() + " tokens were used");
        }
        return said;
    }

    /** Asked for until it is known, and never a reason to lose an answer. */
    private Optional<Rendering> rendering(Call call) {
        if (renderingKnown || setting.isBase()) {
            return rendering;
        }
        try {
            rendering = dialect.rendering(call);
            renderingKnown = true;
            return rendering;
        } catch (ModelException | NotYet untold) {
            return Optional.empty();
        }
    }

    private <R> R told(Supplier<R> said) {
        try {
            R result = said.get();
            loading = null;
            return result;
        } catch (NotYet later) {
            if (later.loading()) {
                loads();
            }
            throw later;
        } catch (ModelException failed) {
            loading = null;
            throw failed;
        }
    }

    private synchronized void loads() {
        if (loading == null) {
            loading = now();
        }
    }

    /** Asked for until it is known, and never a reason to lose an answer. */
    private String program(Call call, Said said) {
        if (!said.program().isEmpty()) {
            return said.program();
        }
        String known = program;
        if (known != null) {
            return known;
        }
        try {
            String told = dialect.program(call);
            program = told;
            return told;
        } catch (ModelException untold) {
            return "";
        }
    }

    @Override
    public String toString() {
        return setting.toString();
    }
}
