package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;

/** What happens to a class at Discord that nobody planned. */
class DiscordMishapsTest {
    private static final Message HELLO = Message.text("Hello");

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel channel = guild.channel("class");
    private final FakeMember teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
    private final FakeMember ada = guild.member("Ada");
    private final FakeMember ben = guild.member("Ben");
    private final Room room = TalkingBot.room(guild, channel);
    private final TalkingBot bot = TalkingBot.in(discord);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private void until(String what, String key) {
        TalkingBot.until(what, () -> {
            try {
                bot.platform().post(room, key, HELLO);
                return true;
            } catch (PlatformException notYet) {
                return false;
            }
        });
    }

    @Test
    void aPageInPlaceOfAnAnswerHoldsNobodyUp() throws PlatformException {
        discord.outage(Route.POST_MESSAGE, 200, 1);
        String address = "";
        try {
            address = bot.platform().post(room, "1", HELLO);
        } catch (PlatformException.Transient unread) {
            address = bot.platform().post(room, "1", HELLO);
        }
        discord.outage(Route.EDIT_MESSAGE, 200, 1);
        try {
            bot.platform().edit(room, address, Message.text("Changed"));
        } catch (PlatformException.Transient unread) {
            bot.platform().edit(room, address, Message.text("Changed"));
        }

        assertThat(discord.messages(channel)).extracting(FakeMessage::text).containsExactly("Changed");
    }

    @Test
    void aPairWhoseThreadWasDeletedGetsAnother() throws PlatformException {
        List<String> pair = List.of(ada.id(), ben.id());
        bot.platform().gather(room, "Pair 1", pair);
        discord.await("the thread and its people", () -> isSeated(pair, 1));
        discord.moderator().delete(discord.threads(channel).get(0));
        assertThat(discord.threads(channel)).isEmpty();

        TalkingBot.until("another thread", () -> {
            try {
                bot.platform().gather(room, "Pair 1", pair);
            } catch (PlatformException failure) {
                throw new AssertionError(failure);
            }
            return isSeated(pair, 1);
        });
    }

    private boolean isSeated(List<String> people, int threads) {
        List<FakeChannel> there = discord.threads(channel);
        return there.size() == threads && there.get(0).threadMemberIds().containsAll(people);
    }

    @Test
    void aServerThatWasLeftAndJoinedAgainGoesOnWithItsClass() throws PlatformException {
        String address = bot.platform().post(room, "1", HELLO);
        discord.moderator().kickBot(guild);
        TalkingBot.until("the removal to be known", () -> {
            try {
                bot.platform().edit(room, address, HELLO);
                return false;
            } catch (PlatformException refused) {
                return refused instanceof PlatformException.Rejected;
            }
        });

        discord.moderator().inviteBot(guild);

        until("the class to go on", "2");
        bot.platform().edit(room, address, Message.text("Changed"));
        assertThat(discord.messages(channel)).extracting(FakeMessage::text).containsExactly("Changed", "Hello");
        assertThat(discord.slash(ada, channel, "lesson me", Map.of()).whisper().text())
                .isEqualTo("heard");
    }

    @Test
    void aSessionThatIsRefusedInTheMiddleIsBegunAnewAndTheClassGoesOn() throws PlatformException {
        String address = bot.platform().post(room, "1", HELLO);
        discord.invalidateSession();

        // For a moment JDA knows of no server; whoever publishes tries again.
        TalkingBot.until("a change in spite of it", () -> {
            try {
                bot.platform().edit(room, address, Message.text("Meanwhile"));
                return true;
            } catch (PlatformException notYet) {
                return false;
            }
        });
        discord.awaitLogin();

        assertThat(discord.slash(ada, channel, "lesson me", Map.of()).whisper().text())
                .isEqualTo("heard");
        assertThat(discord.messages(channel)).extracting(FakeMessage::text).containsExactly("Meanwhile");
    }

    /** They were told that it failed, and have typed it again since: a class that then moves twice is nobody's wish. */
    @Test
    void aCommandThatFailedWhileTheLineWasDownDoesNotMoveTheClassLater() {
        discord.gateway().away(true);
        discord.dropGateway();
        Exchange failed = discord.slash(teacher, channel, "lesson next", Map.of());
        discord.advance(Duration.ofSeconds(4));
        assertThat(failed.failed()).isTrue();

        discord.gateway().away(false);
        discord.awaitResumes(1);
        Exchange again = discord.slash(teacher, channel, "lesson next", Map.of());

        assertThat(again.whisper().text()).isEqualTo("heard");
        assertThat(bot.lastHeard().id()).isEqualTo(again.id());
        assertThat(bot.hasHeard()).isFalse();
    }
}
