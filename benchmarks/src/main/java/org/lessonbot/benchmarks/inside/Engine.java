package org.lessonbot.benchmarks.inside;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.store.Database;

/** The build's engine and its connections, as the program wires them where nobody says otherwise. */
final class Engine implements AutoCloseable {
    static final String LESSON = "how-ai-learns";

    private static final int WORKERS = 8;
    private static final int CONNECTIONS = 2 * WORKERS + 16;
    private static final Words WORDS = Phrasebook.of("en");
    private static final Edition SHIPPED = shipped();

    private final Database database;
    private final AutoCloseable engine;
    private final Method handle;

    private Engine(Sql sql, Silence chat) throws ReflectiveOperationException {
        database = Database.open(new Database.Access(sql.url(), sql.user(), sql.password()), CONNECTIONS);
        database.migrate();
        Constructor<?> constructor = Parts.constructor(Parts.named("LessonEngine"), 3);
        engine = (AutoCloseable) constructor.newInstance(
                database, Parts.make(constructor.getParameterTypes()[1], setting()), List.of(chat.platform()));
        handle = engine.getClass().getMethod("handle", Interaction.class);
        engine.getClass().getMethod("start").invoke(engine);
    }

    static Engine start(Sql sql, Silence chat) throws ReflectiveOperationException {
        return new Engine(sql, chat);
    }

    private static Map<String, Object> setting() throws ReflectiveOperationException {
        Supplier<Map<String, Edition>> library = () -> Map.of(LESSON, SHIPPED);
        Function<String, Words> words = language -> WORDS;
        Map<String, Object> setting = new HashMap<>(Map.of(
                "instance",
                "benchmark/" + ProcessHandle.current().pid(),
                "language",
                "en",
                "workers",
                WORKERS,
                "library",
                library,
                "words",
                words,
                "clock",
                Clock.systemUTC(),
                "retention",
                Duration.ofDays(90),
                "zone",
                ZoneId.of("UTC")));
        unwatched().ifPresent(registry -> setting.put("meters", registry));
        return setting;
    }

    /** What takes figures that nobody asks for, in builds that can be watched. */
    private static Optional<Object> unwatched() throws ReflectiveOperationException {
        try {
            return Optional.of(Class.forName("io.micrometer.core.instrument.composite.CompositeMeterRegistry")
                    .getConstructor()
                    .newInstance());
        } catch (ClassNotFoundException older) {
            return Optional.empty();
        }
    }

    private static Edition shipped() {
        try {
            return Library.shipped()
                    .read(LESSON, new PlanReader(Activities.contentTypes()))
                    .approved();
        } catch (ContentException faulty) {
            throw new IllegalStateException(faulty);
        }
    }

    CompletionStage<?> handle(Interaction interaction) {
        try {
            return (CompletionStage<?>) handle.invoke(engine, interaction);
        } catch (ReflectiveOperationException otherwise) {
            throw new IllegalStateException(otherwise);
        }
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        database.close();
    }
}
