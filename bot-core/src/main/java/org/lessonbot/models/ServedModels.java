package org.lessonbot.models;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of a school's own servers. Before each server stands one queue, so that it is never asked for more at once than it has
 * slots, whichever of its models is meant.
 *
 * <p>Answers are not streamed: nothing of one is shown before somebody has reviewed all of it, and a stream that breaks off looks like
 * one that is done. So a proxy before a server must allow a minute or more of silence.
 */
public final class ServedModels implements Models {
    /** A cold model of a few billion parameters takes minutes on processors; whoever gives up earlier lets it begin anew. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final String NOBODY = "";

    private static final Logger log = LoggerFactory.getLogger(ServedModels.class);

    private final HttpClient http = HttpClient.newBuilder()
            // Over plain HTTP it would ask for HTTP/2 in each request, which some servers answer by closing.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
    private final Map<String, Served> models = new LinkedHashMap<>();
    private final Clock clock;
    private final Duration patience;
    private final ScheduledExecutorService threads;

    private ServedModels(
            List<ModelSetting> settings,
            Clock clock,
            IntFunction<ScheduledExecutorService> threads,
            Duration patience) {
        this.clock = clock;
        this.patience = patience;
        Map<String, Integer> slots = new HashMap<>();
        settings.forEach(setting -> slots.merge(Addresses.origin(setting.url()), setting.slots(), Math::min));
        Map<String, Line> lines = new HashMap<>();
        slots.forEach((server, many) -> lines.put(server, new Line(many)));
        Answers answers = new Answers();
        for (ModelSetting setting : settings) {
            Line line = lines.getOrDefault(Addresses.origin(setting.url()), new Line(1));
            if (models.put(setting.key(), new Served(setting, line, clock, answers)) != null) {
                throw new IllegalArgumentException("two models " + setting.key());
            }
        }
        this.threads = threads.apply(
                Math.max(1, slots.values().stream().mapToInt(Integer::intValue).sum()));
    }

    /**
     * Models as they are set up; nothing is asked yet. To be closed.
     *
     * @param clock for dates, and since when something lasts
     * @param threads makes threads for so many requests at once, and for waiting; they are shut down when this is closed
     * @throws IllegalArgumentException if two have the same key
     */
    public static ServedModels of(
            List<ModelSetting> settings, Clock clock, IntFunction<ScheduledExecutorService> threads) {
        return new ServedModels(settings, clock, threads, PATIENCE);
    }

    /** The same with less patience with a server that is silent. */
    static ServedModels of(
            List<ModelSetting> settings,
            Clock clock,
            IntFunction<ScheduledExecutorService> threads,
            Duration patience) {
        return new ServedModels(settings, clock, threads, patience);
    }

    @Override
    public Set<String> keys() {
        return Collections.unmodifiableSet(models.keySet());
    }

    @Override
    public String label(String key) {
        Served model = models.get(key);
        return model == null ? "" : model.setting().label();
    }

    @Override
    public void preload() {
        models.values().stream().filter(Served::mayWarm).forEach(model -> {
            Turn<Boolean> turn = new Turn<>(NOBODY, model, call(model), threads, model::load);
            turn.queue();
            turn.answer().whenComplete((loaded, failed) -> {
                model.warmed();
                if (failed != null) {
                    log.info("not loaded: {}: {}", model, failed.getMessage());
                }
            });
        });
    }

    @Override
    public int waiting(String key) {
        return model(key).line().all().size();
    }

    @Override
    public Asked ask(String asker, Request request) {
        Served model = model(request.model());
        if (model.setting().isBase() && !request.instruction().isEmpty()) {
            throw new IllegalArgumentException("a base model takes no instruction");
        }
        Function<Call, Answer> work = call -> model.ask(call, request);
        Asking asking = new Asking(asker, model, call(model), threads, work);
        asking.queue();
        return asking;
    }

    /**
     * Tries a model: whether it can be reached, is there, is asked as it should be, and how fast it is. It takes its turn like a lesson.
     *
     * @return never fails: what goes wrong is what it says
     * @throws IllegalArgumentException if there is no model of that key
     */
    public CompletableFuture<Probe> probe(String key) {
        Served model = model(key);
        Turn<Probe> turn = new Turn<>(NOBODY, model, call(model), threads, model::probe);
        turn.queue();
        return turn.answer().exceptionally(failed -> Probe.failed(model.setting(), cause(failed)));
    }

    private static ModelException cause(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return cause instanceof ModelException known
                ? known
                : new ModelException(ModelException.Kind.UNREADABLE, String.valueOf(cause));
    }

    /**
     * How long one prompt takes until all models have answered it at full length: those of one server take turns.
     *
     * @return nothing if that cannot be told of one of them
     */
    public Optional<Duration> round(Collection<Probe> probes) {
        Map<String, Duration> servers = new HashMap<>();
        for (Probe probe : probes) {
            ModelSetting setting = model(probe.key()).setting();
            if (probe.round().isEmpty()) {
                return Optional.empty();
            }
            servers.merge(
                    Addresses.origin(setting.url()), probe.round().get().dividedBy(setting.slots()), Duration::plus);
        }
        return servers.values().stream().max(Comparator.naturalOrder());
    }

    private Served model(String key) {
        Served model = models.get(key);
        if (model == null) {
            throw new IllegalArgumentException("there is no model " + key);
        }
        return model;
    }

    private Call call(Served model) {
        return new Call(http, patience, clock, model.setting().secret());
    }

    @Override
    public void close() {
        // In this order, so that nobody comes to stand in a line that is served no more.
        threads.shutdown();
        models.values().forEach(model -> model.line().all().forEach(turn -> turn.cancel(true)));
    }
}
