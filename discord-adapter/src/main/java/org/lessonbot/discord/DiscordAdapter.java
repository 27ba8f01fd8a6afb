package org.lessonbot.discord;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.adapter.FirstDrawings;
import org.lessonbot.time.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lessons in Discord's channels. It is made first, so that the engine can have its {@link #platform()}, and then
 * connected, so that it can have the engine.
 */
public final class DiscordAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiscordAdapter.class);
    private static final int THREADS = 4;

    private final DiscordSettings settings;
    private final Words words;
    private final Supplier<Map<String, String>> lessons;
    private final Clock clock;
    /** At the end JDA does not wait for the request that is just being answered: nobody is left to hear of it. */
    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(THREADS, DiscordAdapter::thread, new ThreadPoolExecutor.DiscardPolicy());
    /** Does nothing but see to it that each act is taken up in time, whatever the others draw or wait for. */
    private final ScheduledExecutorService deadlines;

    private final DiscordConnection connection;
    private final Canvas canvas;
    private final Whispers whispers;
    private final Consoles consoles;
    private final DiscordPlatform platform;
    /** Lets nobody in any more, once it is connected, and what is under way finish. */
    private volatile Optional<Runnable> farewell = Optional.empty();

    /** @param lessons the titles of those that can be started, by id */
    public DiscordAdapter(DiscordSettings settings, Words words, Supplier<Map<String, String>> lessons) {
        this(settings, words, lessons, Clock.systemUTC(), Time.REAL);
    }

    /** @param patience by which whoever did something waits for an answer */
    DiscordAdapter(
            DiscordSettings settings, Words words, Supplier<Map<String, String>> lessons, Clock clock, Time patience) {
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.clock = clock;
        this.deadlines = patience.threads("discord-deadlines", 1);
        this.lessons = lessons;
        this.settings = settings;
        this.words = words;
        this.connection = new DiscordConnection(settings, threads);
        this.canvas = new Canvas(words);
        this.whispers = new Whispers(canvas);
        this.consoles = new Consoles(canvas);
        this.platform = new DiscordPlatform(connection, canvas, whispers, consoles, words, clock);
    }

    public DiscordPlatform platform() {
        return platform;
    }

    /**
     * Begins to connect, and returns at once. While Discord cannot be reached it is tried again and again.
     *
     * @param engine takes every interaction and returns at once
     * @param led the console of a room's lesson now, for whoever leads it, by whatever right; may block for as long as the database takes
     * @return completes when the bot is connected; fails when Discord refuses the token, which is also logged
     */
    public CompletableFuture<Void> connect(
            Function<Interaction, CompletableFuture<Reply>> engine, BiFunction<Room, Person, Optional<Message>> led) {
        Handover handover = new Handover(engine, words, threads);
        Answers answers = new Answers(
                canvas,
                whispers,
                consoles,
                words,
                deadlines,
                (room, person) -> CompletableFuture.supplyAsync(() -> led.apply(room, person), threads));
        Acts acts = new Acts(handover, new People(settings.teacherRole()), answers, words, threads, clock);
        farewell = Optional.of(() -> {
            connection.deafen(acts);
            handover.finish(DiscordConnection.FAREWELL);
        });
        DiscordNotices notices =
                new DiscordNotices(settings, () -> connection.ready().complete(null), platform);
        Registration registration =
                new Registration(settings.guilds(), DiscordCommands.lesson(words, lessons.get()), threads);
        threads.execute(() -> {
            warmUp();
            connection.open(acts, notices, registration);
        });
        return connection.ready();
    }

    private void warmUp() {
        Zones.find("a", 1);
        FirstDrawings.make(
                message -> {
                    canvas.post(message).toData();
                    canvas.edit(message).toData();
                },
                form -> DiscordForms.modal(form).toData());
    }

    /** Takes nothing more, lets what is under way finish, and says goodbye to Discord. */
    @Override
    public void close() {
        farewell.ifPresent(Runnable::run);
        threads.shutdown();
        connection.close();
        threads.shutdownNow();
        deadlines.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "discord");
        thread.setDaemon(true);
        return thread;
    }
}
