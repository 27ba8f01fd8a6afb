package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What nobody would notice fails the test when the fake closes. Isolated: an unreadable event fails all open fakes. */
@Isolated
class FakeDiscordVigilanceTest {
    @Test
    void aRequestThatDiscordDoesNotKnowIsReported() {
        FakeDiscord discord = FakeDiscord.start();

        new Rest(discord).send("GET", "no/such/thing", "");

        assertThatThrownBy(discord::close).isInstanceOf(AssertionError.class).hasMessageContaining("/no/such/thing");
    }

    @Test
    void anEventThatJdaCannotReadIsReported() {
        FakeDiscord discord = FakeDiscord.start();
        FakeGuild school = discord.guild("School");
        try (ScriptedBot bot = new ScriptedBot(discord)) {
            discord.dispatchRaw("MESSAGE_CREATE", Json.object().put("id", "1").put("guild_id", school.id()));
            discord.reconnect();
            discord.awaitResumes(1);
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }

        assertThatThrownBy(discord::close).isInstanceOf(AssertionError.class).hasMessageContaining("MESSAGE_CREATE");
    }

    @Test
    void anEventThatNobodyCanHandleIsReported() {
        FakeDiscord discord = FakeDiscord.start();
        discord.guild("School");
        try (ScriptedBot bot = new ScriptedBot(discord)) {
            bot.jda().addEventListener((EventListener) event -> {
                if (event instanceof GuildJoinEvent) {
                    throw new IllegalStateException("on purpose");
                }
            });
            discord.guild("Other school");
            discord.reconnect();
            discord.awaitResumes(1);
        }

        assertThatThrownBy(discord::close).isInstanceOf(AssertionError.class).hasMessageContaining("EventListeners");
    }
}
