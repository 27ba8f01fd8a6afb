package org.lessonbot.models;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** A turn by which a model answers. */
final class Asking extends Turn<Answer> implements Asked {
    Asking(String asker, Served model, Call call, ScheduledExecutorService threads, Function<Call, Answer> work) {
        super(asker, model, call, threads, work);
    }
}
