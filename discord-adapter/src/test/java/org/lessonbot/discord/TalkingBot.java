package org.lessonbot.discord;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.Await;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.plan.Phrasebook;

/** The adapter at the stand-in, with answers that a test lays out instead of an engine. */
final class TalkingBot implements AutoCloseable {
    static final Map<String, String> LESSONS = Map.of("how-ai-learns", "How AI Learns", "short", "A short one");

    private final BlockingQueue<Interaction> heard = new LinkedBlockingQueue<>();
    private final DiscordAdapter adapter;
    private final CompletableFuture<Void> ready;
    private volatile Function<Interaction, CompletableFuture<Reply>> engine =
            heard -> CompletableFuture.completedFuture(Reply.whisper("heard"));

    TalkingBot(FakeDiscord discord, Optional<String> teacherRole) {
        this(discord, teacherRole, Clock.systemUTC());
    }

    TalkingBot(FakeDiscord discord, Optional<String> teacherRole, Clock clock) {
        this(discord, discord.token(), teacherRole, DiscordSettings.Shards.ALL, Phrasebook.of("en"), clock);
        letIn(discord);
    }

    TalkingBot(FakeDiscord discord, Words words) {
        this(discord, discord.token(), Optional.empty(), DiscordSettings.Shards.ALL, words, Clock.systemUTC());
        letIn(discord);
    }

    private void letIn(FakeDiscord discord) {
        ready.orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS).join();
        discord.awaitRequest(Route.SET_COMMANDS, 200);
    }

    private TalkingBot(
            FakeDiscord discord,
            String token,
            Optional<String> teacherRole,
            DiscordSettings.Shards shards,
            Words words,
            Clock clock) {
        adapter = new DiscordAdapter(
                new DiscordSettings(
                        token,
                        List.of(),
                        teacherRole,
                        shards,
                        Optional.of(URI.create(discord.restUrl())),
                        Optional.of(URI.create(discord.gatewayUrl()))),
                words,
                () -> LESSONS,
                clock,
                discord.patience());
        ready = adapter.connect(
                interaction -> {
                    heard.add(interaction);
                    return engine.apply(interaction);
                },
                (room, person) -> Optional.empty());
    }

    /** One that does not wait to be let in. */
    static TalkingBot withToken(FakeDiscord discord, String token) {
        return new TalkingBot(
                discord, token, Optional.empty(), DiscordSettings.Shards.ALL, Phrasebook.of("en"), Clock.systemUTC());
    }

    /** One of several instances: it has one shard of so many. */
    static TalkingBot onShard(FakeDiscord discord, int shard, int shards) {
        TalkingBot bot = new TalkingBot(
                discord,
                discord.token(),
                Optional.empty(),
                new DiscordSettings.Shards(shard, shard, shards),
                Phrasebook.of("en"),
                Clock.systemUTC());
        bot.ready.orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS).join();
        return bot;
    }

    static TalkingBot in(FakeDiscord discord) {
        return new TalkingBot(discord, Optional.empty());
    }

    static Room room(FakeGuild guild, FakeChannel channel) {
        return DiscordIds.room(Long.parseLong(guild.id()), Long.parseLong(channel.id()));
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    DiscordPlatform platform() {
        return adapter.platform();
    }

    void answers(Reply reply) {
        engine = interaction -> CompletableFuture.completedFuture(reply);
    }

    void answers(CompletableFuture<Reply> reply) {
        engine = interaction -> reply;
    }

    boolean hasHeard() {
        return !heard.isEmpty();
    }

    /** What reached the engine last; waits for it. */
    Interaction lastHeard() {
        try {
            @Nullable Interaction first = heard.poll(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
            return Optional.ofNullable(first).orElseThrow();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Waits without holding up the stand-in, which answers while this looks again. */
    static void until(String what, BooleanSupplier so) {
        Await.PATIENT.until(what, so::getAsBoolean, seen -> seen);
    }

    @Override
    public void close() {
        adapter.close();
    }
}
