package org.lessonbot.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonPages;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.models.Models;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Database;
import org.lessonbot.store.DatabaseClock;
import org.lessonbot.web.WebAdapter;
import org.lessonbot.web.WebLimits;
import org.lessonbot.web.WebSettings;

/** The bot, wired by hand: the database, the engine on it, and the chats around that. */
final class Bot {
    /** Beside the workers: the entry writer, the publisher's loops, the scheduler, the browser classroom. */
    private static final int OTHER_CONNECTIONS = 16;

    private final Settings settings;
    private final WebLimits limits;
    private final Words words;
    private final Started started;
    private final Function<Database, Clock> clocks;

    /**
     * One that goes by the database's clock, as all instances do.
     *
     * @param words for whoever started it
     */
    Bot(Settings settings, WebLimits limits, Words words, Started started) {
        this(settings, limits, words, started, database -> started.add(DatabaseClock.of(database)));
    }

    /** @param clock by which everything happens */
    Bot(Settings settings, WebLimits limits, Words words, Started started, Clock clock) {
        this(settings, limits, words, started, database -> clock);
    }

    private Bot(Settings settings, WebLimits limits, Words words, Started started, Function<Database, Clock> clocks) {
        this.settings = settings;
        this.limits = limits;
        this.words = words;
        this.started = started;
        this.clocks = clocks;
    }

    /** What runs now. */
    record Running(Database database, WebAdapter web, LessonEngine engine, Optional<URI> watch) {}

    /**
     * Starts everything; what was started ends in the opposite order.
     *
     * @param progress told in a few words about steps that take a while
     * @throws FailureException about what people can mend
     */
    Running start(Consumer<String> progress) {
        Shelf shelf = Shelf.of(settings, words);
        Database database = new Storage(settings, words)
                .openMigrated(started, 2 * settings.workers() + OTHER_CONNECTIONS, progress);
        Clock clock = clocks.apply(database);
        Models models = started.add(SchoolModels.of(settings, clock));
        // The engine needs the adapter, the adapter the engine: clicks that come in between wait for it.
        CompletableFuture<LessonEngine> engine = new CompletableFuture<>();
        Optional<Watch> watch = settings.metrics().map(this::watch);
        watch.ifPresent(operator -> database.watch(operator.meters()));
        started.add(() -> {
            if (engine.isDone()) {
                engine.join().close();
            }
        });
        WebAdapter web = started.add(web(database, engine, clock));
        Chats chats = new Chats(settings, database, shelf, started);
        List<Platform> platforms = new ArrayList<>(chats.platforms());
        platforms.add(web.platform());
        engine.complete(new LessonEngine(database, setting(shelf, clock, web.lessonPages(), models, watch), platforms));
        engine.join().start();
        watch.ifPresent(open -> open.open(database, platforms));
        chats.connect(engine.join());
        return new Running(database, web, engine.join(), watch.map(Watch::address));
    }

    private Watch watch(Settings.Metrics where) {
        try {
            return started.add(new Watch(where));
        } catch (IOException taken) {
            throw new FailureException(
                    words.say("cli.metrics.taken", where.bind(), Integer.toString(where.port())), taken);
        }
    }

    private WebAdapter web(Database database, CompletableFuture<LessonEngine> engine, Clock clock) {
        Settings.Web wanted = settings.web();
        WebSettings web = new WebSettings(
                wanted.bind(),
                wanted.port(),
                wanted.publicUrl(),
                wanted.trustedProxies(),
                limits,
                settings.clubsZone());
        try {
            return WebAdapter.start(
                    web,
                    database,
                    interaction -> engine.thenCompose(ready -> ready.handle(interaction)),
                    Phrasebook.of(settings.language()),
                    clock);
        } catch (RuntimeException failure) {
            if (isBindFailure(failure)) {
                throw new FailureException(
                        words.say("cli.port.taken", wanted.bind(), Integer.toString(wanted.port())), failure);
            }
            throw failure;
        }
    }

    /** The server's own exception is the adapter's affair; what the operating system said is inside it. */
    private static boolean isBindFailure(Throwable failure) {
        return failure instanceof BindException || (failure.getCause() != null && isBindFailure(failure.getCause()));
    }

    private Setting setting(Shelf shelf, Clock clock, LessonPages pages, Models models, Optional<Watch> watch) {
        return new Setting(
                instance(),
                settings.language(),
                settings.workers(),
                shelf,
                Phrasebook::of,
                clock,
                Duration.ofDays(settings.retentionDays()),
                pages,
                settings.clubsZone(),
                models,
                watch.<MeterRegistry>map(Watch::meters).orElseGet(CompositeMeterRegistry::new));
    }

    /** A name that no other running instance has: no two processes of one machine have the same number. */
    private static String instance() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException nameless) {
            return nameless.getMessage() + "/" + ProcessHandle.current().pid();
        }
    }
}
