package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.engine.PlatformException;

/** Channels that the bot does not see: Discord obfuscates them, but says of each act where it is and who may do what. */
class HiddenChannelsTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel open = guild.channel("open");
    private final FakeChannel hidden = guild.channel("class");
    private final FakeMember teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
    private final FakeMember colleague = guild.member("Colleague", Permission.MESSAGE_ADD_REACTION);
    private final FakeMember student = guild.member("Ada");
    private final Room room = TalkingBot.room(guild, hidden);
    private Optional<TalkingBot> running = Optional.empty();

    @AfterEach
    void close() {
        running.ifPresent(TalkingBot::close);
        discord.close();
    }

    private TalkingBot bot() {
        TalkingBot bot = new TalkingBot(discord, Optional.of("role of colleague"));
        running = Optional.of(bot);
        return bot;
    }

    private void hide() {
        discord.moderator().hide(hidden, teacher, colleague, student);
    }

    private Exchange command(FakeMember who, FakeChannel where, String name) {
        return discord.slash(who, where, "lesson " + name, Map.of());
    }

    private static void post(TalkingBot bot, Room room, String key) throws PlatformException {
        bot.platform().post(room, key, Message.text("Hello"));
    }

    @Test
    void whoeverStartsALessonThereIsToldWhatTheBotLacksAndNothingIsBegun() {
        hide();
        TalkingBot bot = bot();

        assertThat(command(teacher, hidden, "start").whisper().text())
                .contains("Let me into this channel", "View Channels")
                .doesNotContain("Send Messages");
        assertThat(command(student, hidden, "start").whisper().text()).contains("View Channels");
        assertThat(bot.hasHeard()).isFalse();
    }

    @Test
    void whoLeadsIsTakenFromTheActItself() {
        hide();
        TalkingBot bot = bot();

        assertThat(leads(bot, teacher)).isTrue();
        assertThat(leads(bot, colleague)).isTrue();
        assertThat(leads(bot, student)).isFalse();
    }

    private boolean leads(TalkingBot bot, FakeMember member) {
        Exchange asked = command(member, hidden, "help");
        assertThat(asked.whisper().text()).isEqualTo("heard");
        assertThat(asked.followUp(0).text()).as("beside the answer").contains("View Channels");
        Interaction heard = bot.lastHeard();
        assertThat(heard.room()).isEqualTo(room);
        return heard.person().leads();
    }

    @Test
    void inAThreadThereTheRoomIsItsChannel() {
        FakeChannel thread = discord.moderator().post(hidden, guild.bot(), "Talk");
        hide();
        TalkingBot bot = bot();
        command(student, thread, "me").whisper();

        assertThat(bot.lastHeard().room()).isEqualTo(room);
    }

    @Test
    void onceTheBotIsLetInTheLessonBeginsAndWhatWaitedIsTriedAtOnce() throws PlatformException {
        hide();
        TalkingBot bot = bot();
        AtomicInteger again = new AtomicInteger();
        bot.platform().whenBack(again::incrementAndGet);
        assertThatThrownBy(() -> post(bot, room, "1")).isInstanceOf(PlatformException.Rejected.class);

        discord.grantPermission(hidden, Permission.VIEW_CHANNEL);
        TalkingBot.until("the bot to hear of it", () -> again.get() > 0);

        post(bot, room, "1");
        assertThat(discord.messages(hidden)).hasSize(1);
        assertThat(command(teacher, hidden, "start").whisper().text()).isEqualTo("heard");
    }

    @Test
    void aBotThatIsShutOutInTheMiddleOfALessonSaysSoAndTakesWhatIsAnswered() {
        TalkingBot bot = bot();
        command(teacher, hidden, "start").whisper();
        assertThat(bot.lastHeard().person().leads()).isTrue();

        hide();

        TalkingBot.until(
                "the permission to be missed by name",
                () -> refused(bot).matches(".*#" + hidden.id() + " of School.*\"View Channels\""));
        // Discord's word that it has taken the answer to "start" may come after the first refusal.
        TalkingBot.until(
                "a word to the teacher",
                () -> !refused(bot).isEmpty()
                        && discord.whispers(hidden, teacher).stream()
                                .map(FakeMessage::text)
                                .anyMatch(said -> said.contains("Let me into this channel")));
        assertThat(command(student, hidden, "me").whisper().text()).isEqualTo("heard");
        assertThat(bot.lastHeard().room()).isEqualTo(room);
    }

    private String refused(TalkingBot bot) {
        try {
            post(bot, room, "1");
            return "";
        } catch (PlatformException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHiddenVoiceChannelShutsTheBotOutOfNothing(boolean cut) {
        FakeChannel voice = guild.channel("Voices", ChannelType.VOICE);
        FakeChannel later = guild.channel("More voices", ChannelType.STAGE);
        if (cut) {
            discord.moderator().cutBitrates(guild);
        }
        discord.moderator().hide(voice);
        TalkingBot bot = bot();
        assertThat(command(student, open, "me").whisper().text()).isEqualTo("heard");
        assertThat(bot.lastHeard().room()).isEqualTo(TalkingBot.room(guild, open));

        discord.moderator().hide(later);
        guild.channel("Yet more", ChannelType.VOICE);
        assertThat(command(student, open, "me").whisper().text()).isEqualTo("heard");
    }
}
