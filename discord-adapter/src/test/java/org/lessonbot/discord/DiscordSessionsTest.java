package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.Recorded;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;

/** How the bot is with Discord: registered, over several instances, and turned away. */
class DiscordSessionsTest {
    private final FakeDiscord discord = FakeDiscord.start();

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void twoInstancesShareTheServersByShard() throws PlatformException {
        List<FakeGuild> guilds = new ArrayList<>();
        while (guilds.stream().map(DiscordSessionsTest::shard).distinct().count() < 2) {
            guilds.add(discord.guild("School " + guilds.size()));
        }
        FakeGuild even = on(0, guilds);
        FakeGuild odd = on(1, guilds);
        FakeChannel here = even.channel("class");
        FakeChannel there = odd.channel("class");
        try (TalkingBot first = TalkingBot.onShard(discord, 0, 2);
                TalkingBot second = TalkingBot.onShard(discord, 1, 2)) {
            discord.slash(odd.member("Ada"), there, "lesson join", Map.of()).whisper();
            assertThat(second.lastHeard().room()).isEqualTo(TalkingBot.room(odd, there));
            discord.slash(even.member("Ben"), here, "lesson join", Map.of()).whisper();
            assertThat(first.lastHeard().room()).isEqualTo(TalkingBot.room(even, here));
            assertThat(first.hasHeard() || second.hasHeard()).isFalse();

            Room room = TalkingBot.room(odd, there);
            assertThat(first.platform().serves(room)).isFalse();
            assertThat(second.platform().serves(room)).isTrue();
            second.platform().post(room, "1", Message.text("Hello"));
            assertThat(discord.messages(there)).hasSize(1);
            assertThatThrownBy(() -> first.platform().post(room, "1", Message.text("Hello")))
                    .isInstanceOf(PlatformException.Transient.class);
            discord.awaitRequest(Route.SET_COMMANDS, 200);
            long registered = discord.requests().stream()
                    .filter(request -> request.route() == Route.SET_COMMANDS)
                    .count();
            assertThat(registered).isEqualTo(1);
        }
    }

    private static FakeGuild on(int shard, List<FakeGuild> guilds) {
        return guilds.stream()
                .filter(guild -> shard(guild) == shard)
                .findFirst()
                .orElseThrow();
    }

    private static long shard(FakeGuild guild) {
        return (Long.parseLong(guild.id()) >> 22) % 2;
    }

    @Test
    void theLessonsThatThereAreCanBeChosen() {
        discord.guild("School");
        try (TalkingBot bot = TalkingBot.in(discord)) {
            Recorded registration = discord.requests().stream()
                    .filter(request -> request.route() == Route.SET_COMMANDS)
                    .findFirst()
                    .orElseThrow();
            assertThat(registration.body().toString())
                    .contains("\"name\":\"How AI Learns\"", "\"value\":\"how-ai-learns\"", "\"value\":\"short\"");
            assertThat(bot.hasHeard()).isFalse();
        }
    }

    @Test
    void aTokenThatIsResetWhileTheBotRunsEndsItsSessionAndNothingElse() {
        FakeGuild guild = discord.guild("School");
        FakeChannel channel = guild.channel("class");
        try (TalkingBot bot = TalkingBot.in(discord)) {
            discord.refuseToken(true);
            discord.dropGateway();

            TalkingBot.until("the session to be over", () -> {
                try {
                    bot.platform().post(TalkingBot.room(guild, channel), "1", Message.text("Hello"));
                    return false;
                } catch (PlatformException away) {
                    return away instanceof PlatformException.Transient;
                }
            });
        }
    }

    @Test
    void theDoctorAsksWhetherTheTokenIsTaken() throws PlatformException {
        discord.guild("Hill School");
        discord.guild("Lake School", Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
        DiscordCheck.Passed passed = DiscordCheck.now(settings(discord.token(), discord.restUrl()));
        assertThat(passed.name()).isNotBlank();
        assertThat(passed.lacking()).containsOnlyKeys("Lake School");
        assertThat(passed.lacking().get("Lake School")).contains("Attach Files").doesNotContain("Send Messages,");
        assertThatThrownBy(() -> DiscordCheck.now(settings("not-the-token", discord.restUrl())))
                .isInstanceOf(PlatformException.Rejected.class)
                .hasMessageNotContaining("not-the-token");
        assertThatThrownBy(() -> DiscordCheck.now(settings(discord.token(), "http://127.0.0.1:1/api/v10")))
                .isInstanceOf(PlatformException.Transient.class);
    }

    private static DiscordSettings settings(String token, String api) {
        return new DiscordSettings(
                token,
                List.of(),
                Optional.empty(),
                DiscordSettings.Shards.ALL,
                Optional.of(URI.create(api)),
                Optional.empty());
    }
}
