package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;

/** Who teaches, by what Discord says of them in the act itself. */
class PeopleTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel room = guild.channel("class");
    private final TalkingBot bot = new TalkingBot(discord, Optional.of("role of the colleague"));

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void whoeverMayManageTheChannelTeaches() {
        assertThat(leads(guild.member("Ms Rivers", Permission.MANAGE_CHANNEL))).isTrue();
        assertThat(leads(guild.member("The head", Permission.ADMINISTRATOR))).isTrue();
    }

    @Test
    void whoHasTheRoleTeaches() {
        assertThat(leads(guild.member("The Colleague", Permission.MESSAGE_ADD_REACTION)))
                .isTrue();
    }

    @Test
    void aRoleOfTheSameNameThatSomebodyMadeLetsNobodyTeach() {
        FakeMember colleague = guild.member("The Colleague", Permission.MESSAGE_ADD_REACTION);
        assertThat(leads(colleague)).isTrue();

        FakeMember student = guild.member("the colleague", Permission.MESSAGE_ADD_REACTION);

        assertThat(leads(student)).isFalse();
        assertThat(leads(colleague)).isFalse();
        assertThat(leads(guild.member("Ms Rivers", Permission.MANAGE_CHANNEL))).isTrue();
    }

    @Test
    void nobodyElseTeaches() {
        assertThat(leads(guild.member("Student"))).isFalse();
        assertThat(leads(guild.member("Moderator", Permission.MESSAGE_MANAGE, Permission.MANAGE_THREADS)))
                .isFalse();
    }

    private boolean leads(FakeMember member) {
        discord.slash(member, room, "lesson help", Map.of()).whisper();
        Interaction heard = bot.lastHeard();
        assertThat(heard.person().id()).isEqualTo(member.id());
        return heard.person().leads();
    }
}
