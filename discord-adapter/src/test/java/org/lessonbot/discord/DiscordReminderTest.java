package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.Platform.Reached;
import org.lessonbot.engine.PlatformException;

/** How members of a club are reminded at Discord. */
class DiscordReminderTest {
    private static final Message REMINDER = Message.text("The club waits for you");

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel channel = guild.channel("club");
    private final FakeMember ada = guild.member("Ada");
    private final FakeMember ben = guild.member("Ben");
    private final Room room = TalkingBot.room(guild, channel);
    private final TalkingBot bot = TalkingBot.in(discord);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void aReminderIsWrittenPrivatelyAndNothingStandsInTheChannel() throws PlatformException {
        assertThat(bot.platform().remind(room, ada.id(), REMINDER)).isEqualTo(Reached.SENT);

        assertThat(discord.directMessages(ada))
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("The club waits for you"));
        assertThat(discord.messages(channel)).isEmpty();
    }

    @Test
    void whoTakesNoPrivateMessagesRefusesIt() throws PlatformException {
        discord.moderator().closeDirectMessages(ada);

        assertThat(bot.platform().remind(room, ada.id(), REMINDER)).isEqualTo(Reached.REFUSED);
        assertThat(bot.platform().remind(room, "1", REMINDER)).isEqualTo(Reached.REFUSED);
    }

    @Test
    void whatDiscordPutsOffWasNotSentAndIsLater() {
        for (Route route : List.of(Route.OPEN_DIRECT, Route.POST_MESSAGE)) {
            discord.rateLimitNext(route, Duration.ofSeconds(30));

            assertThatThrownBy(() -> bot.platform().remind(room, ada.id(), REMINDER))
                    .isInstanceOf(PlatformException.RateLimited.class);
            discord.advance(Duration.ofSeconds(31));
        }
        assertThat(discord.directMessages(ada)).isEmpty();
    }

    @Test
    void onePostCallsWhoAskedForItAndNobodyElse() throws PlatformException {
        Message post = Message.text("Not you: <@" + ben.id() + "> @everyone");

        assertThat(bot.platform().mention(room, "1/remind/1", List.of(ada.id()), post))
                .isTrue();

        assertThat(discord.messages(channel))
                .singleElement()
                .extracting(FakeMessage::pings)
                .isEqualTo(List.of("<@" + ada.id() + ">"));
    }

    @Test
    void theLinkLeadsToThePost() throws PlatformException {
        String address = bot.platform().post(room, "1", Message.text("The club"));

        assertThat(bot.platform().link(room, address).orElseThrow())
                .hasToString("https://discord.com/channels/" + guild.id() + "/" + channel.id() + "/" + address);
    }
}
