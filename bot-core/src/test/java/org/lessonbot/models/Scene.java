package org.lessonbot.models;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;

/** Models at a server of a test's, in time that a test drives. */
final class Scene implements AutoCloseable {
    static final Instant BEGIN = Instant.parse("2026-12-01T08:00:00Z");
    private static final Duration ENDLESS = DrivenTime.HANGS.multipliedBy(2);

    private final List<ModelSetting> settings = new ArrayList<>();
    private final DrivenTime time;
    private final Duration patience;
    private ServedModels models;

    Scene(DrivenTime time) {
        this(time, ENDLESS);
    }

    Scene(DrivenTime time, Duration patience) {
        this.time = time;
        this.patience = patience;
    }

    static ModelSetting setting(String key, ModelSetting.Api api, URI url, String model) {
        return new ModelSetting(key, api, url, model, "main", "", 60, 0.7, List.of(), "", 1);
    }

    /** A model at a server that has it; Ollama has a template for every model, also where there should be none. */
    Scene with(String key, ModelSetting.Api api, FakeServer server) {
        server.has("org/" + key, !key.equals("base") || server instanceof FakeOllama);
        return with(setting(key, api, server.url(), "org/" + key));
    }

    Scene with(ModelSetting setting) {
        settings.add(setting);
        return this;
    }

    ServedModels models() {
        if (models == null) {
            models = ServedModels.of(settings, clock(), atOnce -> time.threads("models", atOnce), patience);
        }
        return models;
    }

    Asked ask(String asker, String model, String prompt) {
        return models().ask(asker, new Request(model, prompt, "", false));
    }

    /** What comes of it. */
    Answer answer(String model, String prompt) {
        return await(ask("lesson", model, prompt));
    }

    static Answer await(Asked asked) {
        try {
            return asked.answer().get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ModelException model) {
                throw model;
            }
            throw new AssertionError(failed);
        } catch (InterruptedException | TimeoutException hangs) {
            throw new AssertionError(hangs);
        }
    }

    Duration passed() {
        return Duration.ofNanos(time.nanos());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return BEGIN.plus(passed());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public void close() {
        models().close();
    }
}
