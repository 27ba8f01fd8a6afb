package org.lessonbot.app;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.models.Models;
import org.lessonbot.models.ServedModels;

/** The models of a configuration. */
final class SchoolModels {
    private SchoolModels() {}

    /** To be closed. */
    static Models of(Settings settings, Clock clock) {
        return settings.models().isEmpty() ? Models.NONE : served(settings.models(), clock);
    }

    /** To be closed. */
    static ServedModels served(List<ModelSetting> models, Clock clock) {
        return ServedModels.of(
                models,
                clock,
                many -> Executors.newScheduledThreadPool(many, work -> {
                    Thread thread = new Thread(work, "models");
                    thread.setDaemon(true);
                    return thread;
                }));
    }
}
