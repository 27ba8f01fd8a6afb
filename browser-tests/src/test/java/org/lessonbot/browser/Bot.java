package org.lessonbot.browser;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Entries;
import org.lessonbot.models.Models;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.store.Database;
import org.lessonbot.store.Facts;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.tck.Cable;
import org.lessonbot.tck.Seeded;
import org.lessonbot.web.WebAdapter;
import org.lessonbot.web.WebLimits;
import org.lessonbot.web.WebSettings;

/** The bot as it runs for classes, with the lessons that ship, on a database of its own; always at one address. */
final class Bot implements AutoCloseable {
    private static final String LESSON = "how-ai-learns";
    private static final Words ENGLISH = Phrasebook.of("en");

    /** Everybody in all tests comes from one address. */
    private static final WebLimits WIDE = new WebLimits(
            128 * 1024, 200, 100, 5000, 5000, WebLimits.DEFAULT.streamsPerPerson(), 500, DrivenTime.HANGS);

    private static final int WORKERS = 4;
    private static final int CONNECTIONS = 2 * WORKERS + 8;
    private static final Map<String, Edition> LESSONS = lessons();

    /** Serves all classes to which nothing happens that others would notice, each in a room of its own. */
    private static final class Shared {
        static final Bot BOT = new Bot(true, Models.NONE);
    }

    private final boolean lasts;
    private final Models models;
    private final TestDatabase server;
    private final Cable cable;
    private final Facts facts;
    private int port;
    private int starts;
    private Database database;
    private WebAdapter web;
    private LessonEngine engine;

    /** One whose way to the database can be cut. */
    Bot() {
        this(false, Models.NONE);
    }

    /** One whose teachers can ask these. */
    Bot(Models models) {
        this(true, models);
    }

    private Bot(boolean lasts, Models models) {
        this.lasts = lasts;
        this.models = models;
        this.server = Migrated.freshServer();
        this.cable = Cable.to(server);
        this.facts = new Facts(server);
        start();
        this.port = web.address().getPort();
    }

    /** The one that lives as long as this process. */
    static Bot shared() {
        return Shared.BOT;
    }

    private void start() {
        CompletableFuture<LessonEngine> ready = new CompletableFuture<>();
        database = lasts
                ? Migrated.open(server, CONNECTIONS)
                : Migrated.openImpatiently(cable.access(server), CONNECTIONS);
        web = WebAdapter.start(
                WebSettings.onLoopback(port).with(WIDE),
                database,
                interaction -> ready.thenCompose(here -> here.handle(Seeded.of(interaction))),
                ENGLISH);
        engine = new LessonEngine(
                database,
                new Setting(
                        "start-" + ++starts,
                        "en",
                        WORKERS,
                        () -> LESSONS,
                        language -> ENGLISH,
                        Clock.systemUTC(),
                        Setting.RETENTION,
                        web.lessonPages(),
                        ZoneId.of("UTC"),
                        models),
                List.of(web.platform()));
        engine.start();
        ready.complete(engine);
    }

    private void stop() {
        web.close();
        engine.close();
        database.close();
    }

    /** Stops the bot and starts it again; {@code meanwhile} happens while it is away. */
    void restart(Runnable meanwhile) {
        stop();
        meanwhile.run();
        start();
    }

    /** The way to the database. */
    Cable cable() {
        return cable;
    }

    WebAdapter web() {
        return web;
    }

    /** What people have entered in a room's lesson, as the database has it. */
    Entries entries(Room room) {
        return facts.entries(room);
    }

    /** The usual lesson first: it is the one that starts unless another is named. */
    private static Map<String, Edition> lessons() {
        Library library = Library.shipped();
        PlanReader reader = new PlanReader(Activities.contentTypes());
        try {
            return new LinkedHashMap<>(
                    Map.of(LESSON, library.read(LESSON, reader).approved()));
        } catch (ContentException faulty) {
            throw new IllegalStateException(faulty);
        }
    }

    @Override
    public void close() {
        stop();
        facts.close();
        cable.close();
        server.close();
    }
}
