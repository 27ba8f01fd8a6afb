package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.internal.JDAImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Time;
import org.lessonbot.plan.Phrasebook;

/** The line to Discord: whereto, how often, and what is registered over it. */
class DiscordLineTest {
    private static final Words WORDS = Phrasebook.of("en");

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel channel = guild.channel("class");
    private final FakeMember student = guild.member("Ada");

    @AfterEach
    void close() {
        discord.close();
    }

    private DiscordAdapter bot(List<String> guilds, String path) {
        return new DiscordAdapter(settings(guilds, path), WORDS, () -> TalkingBot.LESSONS);
    }

    private DiscordSettings settings(List<String> guilds, String path) {
        return new DiscordSettings(
                discord.token(),
                guilds,
                Optional.empty(),
                DiscordSettings.Shards.ALL,
                Optional.of(URI.create(discord.restUrl())),
                Optional.of(URI.create(discord.gatewayUrl() + path)));
    }

    private static CompletableFuture<Void> connect(DiscordAdapter bot) {
        return bot.connect(
                        heard -> CompletableFuture.completedFuture(Reply.whisper("heard")),
                        (room, person) -> Optional.empty())
                .orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
    }

    /** Discord names another address each time it is asked, and one for resuming; the token goes to neither. */
    @Test
    void theBotNeverLeavesTheGatewayThatIsSet() {
        discord.gateway().away(true);
        try (DiscordAdapter bot = bot(List.of(), "proxy")) {
            CompletableFuture<Void> ready = connect(bot);
            discord.await("a try", () -> !discord.gateway().tries().isEmpty());
            discord.gateway().away(false);
            ready.join();
            assertThat(discord.gateway().tries())
                    .as("a first try that is refused, and the next; a few more while this looks")
                    .hasSizeBetween(2, 5);
            int before = discord.gateway().tries().size();

            discord.gateway().away(true);
            discord.dropGateway();
            discord.await("the next try", () -> discord.gateway().tries().size() > before);
            discord.gateway().away(false);
            discord.awaitResumes(1);

            discord.reconnect();
            discord.awaitResumes(2);
            assertThat(discord.slash(student, channel, "lesson me", Map.of())
                            .whisper()
                            .text())
                    .isEqualTo("heard");
            assertThat(discord.gateway().tries()).allMatch(path -> path.startsWith("/proxy"));
        }
    }

    /** JDA itself would wait for a quarter of an hour. */
    @Test
    void afterAnOutageNobodyWaitsLongerThanIsSaid() throws Exception {
        CompletableFuture<JDA> shard = new CompletableFuture<>();
        ScheduledExecutorService threads = Time.REAL.threads("callbacks", 1);
        try (DiscordConnection connection = new DiscordConnection(settings(List.of(), ""), threads)) {
            connection.open((EventListener) event -> shard.complete(event.getJDA()));

            JDAImpl connected = (JDAImpl) shard.get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
            assertThat(connected.getMaxReconnectDelay()).isEqualTo(DiscordConnection.LONGEST_WAIT.toSeconds());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCommandThatIsWantedInSomeServersIsTakenAwayFromAllTogether() {
        try (DiscordAdapter bot = bot(List.of(), "")) {
            connect(bot).join();
            discord.awaitRequest(Route.SET_COMMANDS, 200);
        }
        try (DiscordAdapter bot = bot(List.of(guild.id()), "")) {
            connect(bot).join();
            discord.awaitRequest(Route.SET_GUILD_COMMANDS, 200);
            discord.awaitRequest(Route.DELETE_COMMAND, 204);
            assertThat(discord.slash(student, channel, "lesson me", Map.of())
                            .whisper()
                            .text())
                    .isEqualTo("heard");
        }
    }

    @Test
    void aCommandThatIsWantedEverywhereIsTakenAwayFromSingleServers() {
        try (DiscordAdapter bot = bot(List.of(guild.id()), "")) {
            connect(bot).join();
            discord.awaitRequest(Route.SET_GUILD_COMMANDS, 200);
        }
        try (DiscordAdapter bot = bot(List.of(), "")) {
            connect(bot).join();
            discord.awaitRequest(Route.SET_COMMANDS, 200);
            discord.awaitRequest(Route.DELETE_GUILD_COMMAND, 204);
            assertThat(discord.slash(student, channel, "lesson me", Map.of())
                            .whisper()
                            .text())
                    .isEqualTo("heard");
        }
    }
}
