package org.lessonbot.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonEngine;
import org.lessonbot.engine.Platform;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Database;

/** The bot, wired by hand: the database, the engine on it, and the chats around that. */
final class Bot {
    /** Beside the workers: the entry writer, the publisher's loops, the scheduler. */
    private static final int OTHER_CONNECTIONS = 10;

    private final Settings settings;
    private final Started started;

    Bot(Settings settings, Started started) {
        this.settings = settings;
        this.started = started;
    }

    void start(Consumer<String> progress) {
        Database database = new Storage(settings)
                .open(started, 2 * settings.workers() + OTHER_CONNECTIONS, progress);
        database.migrate();
        List<Platform> platforms = List.of();
        LessonEngine engine = started.add(new LessonEngine(database, setting(), platforms));
        engine.start();
    }

    private LessonEngine.Setting setting() {
        Function<String, Words> words = Phrasebook::of;
        return new LessonEngine.Setting(
                instance(), settings.language(), settings.workers(), Map::of, words, Clock.systemUTC());
    }

    /** A name that no other running instance has: no two processes of one machine have the same number. */
    private static String instance() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + ProcessHandle.current().pid();
        } catch (UnknownHostException nameless) {
            return nameless.getMessage() + "/" + ProcessHandle.current().pid();
        }
    }
}
