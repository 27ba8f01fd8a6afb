package org.lessonbot.discord;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.lessonbot.chat.Reply;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.Recorded;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Time;
import org.lessonbot.tck.Adapter;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Feature;
import org.lessonbot.tck.School;
import org.lessonbot.tck.Someone;
import org.lessonbot.tck.Wiring;

/** One server at the stand-in for Discord, with a channel for each classroom, and the real JDA in front of it. */
final class DiscordSchool implements School {
    /** A snowflake of 2016, when nothing else of the stand-in was made. */
    private static final long FIRST_ACCOUNT = 175_928_847_299_117_063L;

    /** Discord's own limit for changes of a channel's messages, and for posts in it. */
    private static final int AT_ONCE = 5;

    static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int ROOMS = 160;
    private static final int LOSSES = 3;
    private static final int TOO_MANY = 429;
    private static final int OUT_OF_ORDER = 500;
    private static final int UNKNOWN_MESSAGE = 10_008;
    private static final int ALREADY_ANSWERED = 40_060;

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final Map<String, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();
    private final Set<String> redelivered = ConcurrentHashMap.newKeySet();
    private final Iterator<FakeChannel> rooms;
    private final Map<Someone, FakeMember> members = new ConcurrentHashMap<>();
    private int looked;
    private int ordered;

    /** Of channels alone. */
    DiscordSchool() {
        this(false);
    }

    /**
     * All rooms are there before the bot is, so that it knows of each.
     *
     * @param forum whether every second room is a post in a forum
     */
    DiscordSchool(boolean forum) {
        FakeChannel posts = guild.channel("clubs", ChannelType.FORUM);
        FakeMember host = guild.member("Host");
        rooms = IntStream.rangeClosed(1, ROOMS)
                .mapToObj(number -> forum && number % 2 == 0
                        ? discord.moderator().post(posts, host, "Club " + number)
                        : guild.channel("class-" + number))
                .toList()
                .iterator();
        discord.rateLimit(Route.EDIT_MESSAGE, AT_ONCE, WINDOW);
        discord.rateLimit(Route.POST_MESSAGE, AT_ONCE, WINDOW);
    }

    FakeDiscord discord() {
        return discord;
    }

    FakeGuild guild() {
        return guild;
    }

    /** Somebody's account: the same in every room and in every run, so that what is ordered by it stays in order. */
    FakeMember member(Someone who) {
        return members.computeIfAbsent(who, fresh -> {
            String id = Long.toString(FIRST_ACCOUNT + Integer.toUnsignedLong((who.key() + who.name()).hashCode()));
            return who.leads()
                    ? guild.memberWithId(id, who.name(), Permission.MANAGE_CHANNEL)
                    : guild.memberWithId(id, who.name());
        });
    }

    /** What the engine said to an interaction, or will. */
    CompletableFuture<Reply> reply(String interaction) {
        return replies.computeIfAbsent(interaction, unheard -> new CompletableFuture<>());
    }

    /** Lets an interaction reach the bot once more. */
    CompletableFuture<Reply> again(String interaction) {
        redelivered.add(interaction);
        CompletableFuture<Reply> second = new CompletableFuture<>();
        replies.put(interaction, second);
        return second;
    }

    @Override
    public Map<Feature, String> lacks() {
        return Map.of(
                Feature.DEVICES, "Discord knows people on all their devices",
                Feature.CORRECTIONS, "Discord closes a form once it is sent",
                Feature.SHARED_ROOMS, "Discord sends what happens in a server to one shard, and so to one instance");
    }

    @Override
    public Adapter adapter(Wiring wiring) {
        DiscordSettings settings = new DiscordSettings(
                discord.token(),
                List.of(),
                Optional.empty(),
                DiscordSettings.Shards.ALL,
                Optional.of(URI.create(discord.restUrl())),
                Optional.of(URI.create(discord.gatewayUrl())));
        return new Instance(new DiscordAdapter(
                settings, wiring.words().apply("en"), Map::of, Clock.systemUTC(), discord.patience()));
    }

    private final class Instance implements Adapter {
        private final DiscordAdapter adapter;

        Instance(DiscordAdapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public Platform platform() {
            return adapter.platform();
        }

        @Override
        public void serve(Engine engine) {
            adapter.connect(
                            interaction -> engine.handle(interaction).whenComplete((reply, failure) -> {
                                if (failure == null) {
                                    reply(interaction.id()).complete(reply);
                                }
                            }),
                            engine::console)
                    .orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS)
                    .join();
            discord.awaitRequest(Route.SET_COMMANDS, 200);
        }

        @Override
        public void close() {
            adapter.close();
        }
    }

    @Override
    public synchronized Classroom classroom() {
        return new DiscordClassroom(this, rooms.next());
    }

    @Override
    public synchronized void rateLimit(Duration retryAfter) {
        discord.rateLimitNext(Route.EDIT_MESSAGE, retryAfter);
    }

    @Override
    public synchronized void outage(int times) {
        ordered += times;
        discord.outage(Route.EDIT_MESSAGE, 500, times);
    }

    /** JDA and its HTTP client each try once more by themselves, and that soon it may be too often. */
    @Override
    public synchronized void loseAnswers() {
        for (int lost = 0; lost < LOSSES; lost++) {
            discord.loseAnswer(Route.POST_MESSAGE);
        }
    }

    /** Two seconds of the three that Discord waits: a bot that does not answer then takes the act up at least. */
    @Override
    public void waitForTheBot() {
        discord.advance(Duration.ofSeconds(2));
        discord.awaitFirstAnswers();
        discord.advance(Duration.ofSeconds(2));
    }

    @Override
    public Time time() {
        return discord.time();
    }

    @Override
    public synchronized List<String> complaints() {
        List<Recorded> all = discord.requests();
        List<String> complaints = new ArrayList<>(discord.faults());
        for (Recorded request : all.subList(looked, all.size())) {
            if (request.status() >= 400 && !expected(request)) {
                complaints.add(request.toString());
            }
        }
        looked = all.size();
        ordered = 0;
        return complaints;
    }

    private boolean expected(Recorded refused) {
        if (refused.status() == TOO_MANY) {
            return true; // Whoever then does not wait is among the stand-in's own faults.
        }
        if (refused.route() == Route.EDIT_MESSAGE && refused.status() == OUT_OF_ORDER) {
            return --ordered >= 0;
        }
        // That a post was deleted is learned by trying to change it.
        boolean deleted = refused.code() == UNKNOWN_MESSAGE
                && (refused.route() == Route.EDIT_MESSAGE || refused.route() == Route.DELETE_MESSAGE);
        boolean twice = refused.code() == ALREADY_ANSWERED
                && redelivered.stream().anyMatch(id -> refused.path().contains(id));
        return deleted || twice;
    }

    @Override
    public void close() {
        discord.close();
    }
}
