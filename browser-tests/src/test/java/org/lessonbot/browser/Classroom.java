package org.lessonbot.browser;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonEngine;
import org.lessonbot.lesson.Entries;
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

/** The bot as it runs for a class, with the lessons that ship, on a database of its own; always at one address. */
final class Classroom implements AutoCloseable {
    static final String LESSON = "how-ai-learns";
    static final Words ENGLISH = Phrasebook.of("en");

    /** Everybody in a test comes from one address. */
    private static final WebLimits WIDE = new WebLimits(128 * 1024, 200, 100, 5000, 5000, 8, 500);

    private static final int WORKERS = 4;
    private static final Map<String, Edition> LESSONS = lessons();

    private final TestDatabase server;
    private final Cable cable;
    private final Facts facts;
    private int port;
    private int starts;
    private Database database;
    private WebAdapter web;
    private LessonEngine engine;

    Classroom() {
        Migrated migrated = Migrated.fresh();
        migrated.database().close();
        this.server = migrated.server();
        this.cable = Cable.to(server);
        this.facts = new Facts(server);
        start();
        this.port = web.address().getPort();
    }

    private void start() {
        CompletableFuture<LessonEngine> ready = new CompletableFuture<>();
        database = Migrated.open(cable.access(server), 2 * WORKERS + 8);
        web = WebAdapter.start(
                WebSettings.onLoopback(port).with(WIDE),
                database,
                interaction -> ready.thenCompose(here -> here.handle(Seeded.of(interaction))),
                ENGLISH);
        engine = new LessonEngine(
                database,
                new LessonEngine.Setting(
                        "start-" + ++starts,
                        "en",
                        WORKERS,
                        () -> LESSONS,
                        language -> ENGLISH,
                        Clock.systemUTC(),
                        LessonEngine.Setting.RETENTION,
                        web.lessonPages()),
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

    String room() {
        return web.openRoom("Room 12");
    }

    URI teacherLink() {
        return web.teacherLink(room());
    }

    URI studentLink() {
        return web.studentLink(room());
    }

    URI boardLink() {
        return web.boardLink(room());
    }

    URI address() {
        return web.address();
    }

    String code() {
        return web.joinCode(room());
    }

    /** What people have entered in the lesson, as the database has it. */
    Entries entries() {
        return facts.entries(new Room("web", room()));
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
