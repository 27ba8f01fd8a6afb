package org.lessonbot.discord;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MiscUtil;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's sessions with Discord: one a shard. It asks for no privileged intent, indeed for none at all. */
final class DiscordConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiscordConnection.class);
    static final Duration FAREWELL = Duration.ofSeconds(5);

    /** After an outage a class waits for no longer than this. JDA takes no less. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(32);

    private final DiscordSettings settings;
    private final ScheduledExecutorService threads;
    /**
     * Where JDA sends requests. Of its own threads it lets go while an answer may be on its way to them; these live until all
     * is sent, and drop without a stack trace what comes back later.
     */
    private final ScheduledExecutorService requests = Time.REAL.threads("discord-requests", 2);

    private final ExecutorService senders = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            DiscordConnection::sender,
            new ThreadPoolExecutor.DiscardPolicy());

    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable ShardManager manager;
    private boolean closed;

    DiscordConnection(DiscordSettings settings, ScheduledExecutorService threads) {
        this.settings = settings;
        this.threads = threads;
    }

    /** Completes when all shards of this instance are connected; fails when Discord refuses the token. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Logs in, again and again until Discord can be reached, or refuses. */
    void open(Object... listeners) {
        login(Duration.ofSeconds(1), listeners);
    }

    private void login(Duration wait, Object... listeners) {
        ShardManager attempt = builder(listeners).build(false);
        if (!use(attempt)) {
            return;
        }
        try {
            attempt.login();
        } catch (InvalidTokenException refused) {
            attempt.shutdown();
            log.error("Discord refuses the token. Copy a fresh one from the bot's page in the developer portal"
                    + " to discord.token; until then there are no lessons at Discord");
            ready.completeExceptionally(refused);
        } catch (RuntimeException unreachable) {
            attempt.shutdown();
            log.warn(
                    "Discord cannot be reached, the next try is in {} s: {}", wait.toSeconds(), unreachable.toString());
            Duration longer = wait.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
            threads.schedule(() -> login(next, listeners), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean use(ShardManager attempt) {
        manager = attempt;
        return !closed;
    }

    private DefaultShardManagerBuilder builder(Object... listeners) {
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(settings.token(), List.of())
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                .setEnableShutdownHook(false)
                .setEventPassthrough(true)
                .setMaxReconnectDelay(Math.toIntExact(LONGEST_WAIT.toSeconds()))
                .setSessionController(new Sessions(settings.gatewayUrl()))
                .setCallbackPool(threads, false)
                .setRateLimitScheduler(requests, false)
                .setRateLimitElastic(senders, false)
                .addEventListeners(listeners);
        DiscordSettings.Shards shards = settings.shards();
        if (shards.total() > 0) {
            builder.setShardsTotal(shards.total()).setShards(shards.first(), shards.last());
        }
        settings.apiUrl().map(URI::toString).ifPresent(url -> {
            String base = url.endsWith("/") ? url : url + "/";
            builder.setRestConfigProvider(shard -> new RestConfig().setBaseUrl(base));
        });
        if (settings.gatewayUrl().isPresent()) {
            builder.setCompression(Compression.NONE);
        }
        return builder;
    }

    boolean serves(Room room) {
        return settings.shards().serve(DiscordIds.guild(room));
    }

    /**
     * The channel or thread that a room is. May ask Discord for it.
     *
     * @throws PlatformException.Transient if this instance is not connected now
     * @throws PlatformException.Rejected if the bot is no longer in the server
     * @throws PlatformException.Gone if the channel was deleted
     */
    GuildMessageChannel channel(Room room) throws PlatformException {
        long id = DiscordIds.guild(room);
        JDA shard = shard(id);
        Guild guild = shard.getGuildById(id);
        if (guild == null) {
            throw shard.isUnavailable(id)
                    ? new PlatformException.Transient("Discord's server " + id + " is down")
                    : new PlatformException.Rejected("the bot is not in the server " + id + ": invite it again");
        }
        long channel = DiscordIds.channel(room);
        GuildMessageChannel known = guild.getChannelById(GuildMessageChannel.class, channel);
        return known == null ? Threads.find(guild, channel) : known;
    }

    private synchronized JDA shard(long guild) throws PlatformException {
        ShardManager now = manager;
        int total = now == null ? 0 : now.getShardsTotal();
        JDA shard = now == null || total < 1 ? null : now.getShardById(MiscUtil.getShardForGuild(guild, total));
        if (shard == null || shard.getStatus() != JDA.Status.CONNECTED) {
            throw new PlatformException.Transient("Discord is not connected now");
        }
        return shard;
    }

    /** How many shards are connected. */
    synchronized int connected() {
        return manager == null || manager.getShardsTotal() < 1
                ? 0
                : (int) manager.getShards().stream()
                        .filter(shard -> shard.getStatus() == JDA.Status.CONNECTED)
                        .count();
    }

    /** Nothing that happens from now on is told to these, and no new session begins. */
    synchronized void deafen(Object... listeners) {
        closed = true;
        if (manager != null && manager.getShardsTotal() > 0) {
            manager.removeEventListener(listeners);
        }
    }

    private static Thread sender(Runnable work) {
        Thread thread = new Thread(work, "discord-sender");
        thread.setDaemon(true);
        return thread;
    }

    /** Lets what JDA was given to send go out, for a while, and leaves Discord. */
    @Override
    public void close() {
        leave();
        requests.shutdown();
        senders.shutdown();
    }

    private void leave() {
        List<JDA> shards;
        synchronized (this) {
            closed = true;
            if (manager == null) {
                return;
            }
            shards = manager.getShardsTotal() < 1 ? List.of() : manager.getShards();
            manager.shutdown();
        }
        for (JDA shard : shards) {
            try {
                if (!shard.awaitShutdown(FAREWELL)) {
                    shard.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                shard.shutdownNow();
            }
        }
    }
}
