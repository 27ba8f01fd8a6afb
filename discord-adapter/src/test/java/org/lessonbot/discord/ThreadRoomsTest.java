package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;

/** A post in a forum, and a thread that somebody opened, is a room of its own: it is archived and locked, and the bot restarted meanwhile. */
class ThreadRoomsTest {
    private static final Message HELLO = Message.text("Hello");

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeMember teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
    private final FakeChannel forum = guild.channel("clubs", ChannelType.FORUM);
    private final FakeChannel post = discord.moderator().post(forum, teacher, "Club of owls");
    private final Room room = TalkingBot.room(guild, post);
    private TalkingBot bot = TalkingBot.in(discord);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private void restart() {
        bot.close();
        bot = TalkingBot.in(discord);
    }

    private String post(String key) throws PlatformException {
        return bot.platform().post(room, key, HELLO);
    }

    private String refusal() {
        try {
            post("again");
            return "";
        } catch (PlatformException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void aThreadThatSomebodyOpenedIsARoomOfItsOwn() {
        FakeChannel channel = guild.channel("class");
        FakeChannel thread = discord.moderator().post(channel, teacher, "Club of cats");
        discord.slash(teacher, thread, "lesson start", Map.of()).whisper();
        assertThat(bot.lastHeard().room()).isEqualTo(TalkingBot.room(guild, thread));

        discord.slash(teacher, post, "lesson start", Map.of()).whisper();
        assertThat(bot.lastHeard().room()).isEqualTo(room);
    }

    @Test
    void whatIsPostedAndChangedThereIsLinkedToAndRemoved() throws PlatformException {
        String address = post("1");
        bot.platform().edit(room, address, Message.text("Changed"));
        bot.platform().openThread(room, address, "Talk");
        String next = post("2");
        bot.platform().remove(room, address);

        assertThat(discord.messages(post)).hasSize(1);
        assertThat(bot.platform().link(room, next).orElseThrow().toString())
                .endsWith("/" + guild.id() + "/" + post.id() + "/" + next);
        assertThat(discord.requests()).allMatch(request -> request.status() < 400);
    }

    @Test
    void aThreadThatWasArchivedMeanwhileIsWokenByWhatIsChangedThere() throws PlatformException {
        String address = post("1");
        discord.moderator().archive(post);
        // JDA may not have heard of it yet.
        TalkingBot.until("the change", () -> edited(address, "In the second week"));

        assertThat(post.archived()).isFalse();
        assertThat(discord.messages(post).get(0).text()).contains("In the second week");
    }

    @Test
    void aThreadThatWasArchivedWhileTheBotWasAwayIsFoundAgain() throws PlatformException {
        String address = post("1");
        bot.close();
        discord.moderator().archive(post);
        bot = TalkingBot.in(discord);

        bot.platform().edit(room, address, Message.text("In the second week"));
        bot.platform().remove(room, address);
        post("2");

        assertThat(post.archived()).isFalse();
        assertThat(discord.messages(post)).hasSize(1);
        assertThat(discord.requests(Route.GET_CHANNEL)).isNotEmpty();
    }

    private boolean edited(String address, String text) {
        try {
            bot.platform().edit(room, address, Message.text(text));
            return true;
        } catch (PlatformException.Transient early) {
            return false;
        } catch (PlatformException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void aLockedThreadIsExplainedToWhoeverLeadsAndGoesOnOnceItIsUnlocked() {
        discord.slash(teacher, post, "lesson start", Map.of()).whisper();
        discord.revokePermission(forum, Permission.MANAGE_THREADS);
        discord.moderator().lock(post, true);
        discord.moderator().archive(post);

        TalkingBot.until("the lock to be seen", () -> refusal().endsWith("the bot lacks \"Manage Threads\""));
        TalkingBot.until("a word to whoever leads", () -> said("This thread is locked"));
        assertThat(discord.slash(teacher, post, "lesson start", Map.of())
                        .whisper()
                        .text())
                .contains("This thread is locked");

        discord.moderator().lock(post, false);
        TalkingBot.until("the post", () -> refusal().isEmpty());
        assertThat(discord.messages(post)).isNotEmpty();
    }

    private boolean said(String words) {
        return !refusal().isEmpty()
                && discord.whispers(post, teacher).stream()
                        .anyMatch(whisper -> whisper.text().contains(words));
    }

    @Test
    void whatIsLackingInAForumIsCalledByItsName() {
        discord.revokePermission(forum, Permission.MESSAGE_SEND_IN_THREADS);

        TalkingBot.until(
                "the permission to be missed", () -> refusal().endsWith("the bot lacks \"Send Messages in Threads\""));
        assertThat(discord.slash(teacher, post, "lesson start", Map.of())
                        .whisper()
                        .text())
                .contains("“Send Messages in Threads”");
    }

    @Test
    void aDeletedThreadIsGone() throws PlatformException {
        post("1");
        discord.moderator().delete(post);
        restart();

        assertThatThrownBy(() -> post("2"))
                .isInstanceOf(PlatformException.Gone.class)
                .hasMessageContaining("was deleted");
    }
}
