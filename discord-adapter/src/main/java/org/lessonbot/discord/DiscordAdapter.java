package org.lessonbot.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;

/**
 * Lessons in Discord's channels. It is made first, so that the engine can have its {@link #platform()}, and then
 * connected, so that it can have the engine.
 */
public final class DiscordAdapter implements AutoCloseable {
    private static final int THREADS = 4;
    private static final long INVITED_WITH = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS);

    private final DiscordSettings settings;
    private final Words words;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor threads =
            new ScheduledThreadPoolExecutor(THREADS, DiscordAdapter::thread);
    private final DiscordConnection connection;
    private final Canvas canvas;
    private final Whispers whispers;
    private final Consoles consoles;
    private final DiscordPlatform platform;

    public DiscordAdapter(DiscordSettings settings, Words words) {
        this(settings, words, DiscordPlatform.PACE, Clock.systemUTC());
    }

    /** @param pace between changes of one channel that can wait */
    DiscordAdapter(DiscordSettings settings, Words words, Duration pace, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        this.words = words;
        this.connection = new DiscordConnection(settings, threads);
        this.canvas = new Canvas(words);
        this.whispers = new Whispers(canvas);
        this.consoles = new Consoles(canvas, clock);
        this.platform = new DiscordPlatform(connection, canvas, whispers, consoles, words, pace, clock);
    }

    /** The link by which somebody who manages a server invites the bot, with the permissions it needs and no more. */
    public static String inviteLink(long applicationId) {
        return "https://discord.com/oauth2/authorize?client_id=" + Long.toUnsignedString(applicationId)
                + "&scope=bot+applications.commands&permissions=" + INVITED_WITH;
    }

    public DiscordPlatform platform() {
        return platform;
    }

    /**
     * Begins to connect, and returns at once. While Discord cannot be reached it is tried again and again.
     *
     * @param engine takes every interaction and returns at once
     * @return completes when the bot is connected; fails when Discord refuses the token, which is also logged
     */
    public CompletableFuture<Void> connect(Function<Interaction, CompletableFuture<Reply>> engine) {
        DiscordEvents events = new DiscordEvents(
                engine, new Teachers(settings.teacherRole()), words, canvas, whispers, consoles, threads, clock);
        DiscordNotices notices = new DiscordNotices(
                settings,
                DiscordCommands.lesson(words),
                () -> connection.ready().complete(null));
        threads.execute(() -> connection.open(events, notices));
        return connection.ready();
    }

    /** Takes nothing more, lets what is under way finish, and says goodbye to Discord. */
    @Override
    public void close() {
        connection.close();
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "discord");
        thread.setDaemon(true);
        return thread;
    }
}
