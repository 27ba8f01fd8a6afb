package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;

/** What only Discord asks of an adapter: its three seconds, its tokens, its threads, its permissions. */
class DiscordAdapterTest {
    private static final Action NEXT = new Action(1, "", 0, "next", "1");
    private static final Message CONSOLE =
            Message.of(new Block.Heading("Console"), Block.Buttons.of(Button.primary(NEXT, "Next")));

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel channel = guild.channel("class");
    private final FakeMember teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
    private final FakeMember student = guild.member("Ada");
    private final Room room = TalkingBot.room(guild, channel);
    private final TalkingBot bot = TalkingBot.in(discord);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private Exchange command(FakeMember who, String name) {
        return discord.slash(who, channel, "lesson " + name, Map.of());
    }

    private String post(String key, String text) throws PlatformException {
        return bot.platform().post(room, key, Message.text(text));
    }

    @Test
    void whoStartsALessonGetsItsConsoleAndItFollowsTheLesson() throws PlatformException {
        command(student, "start").whisper();
        command(teacher, "start").whisper();
        bot.platform().console(room, 1, CONSOLE);
        discord.await("the console", () -> discord.whispers(channel, teacher).size() == 2);
        FakeMessage console = discord.whispers(channel, teacher).get(1);

        bot.platform().console(room, 1, CONSOLE.then(new Block.Text("And more")));

        discord.await("the console to follow", () -> console.text().contains("And more"));
        assertThat(discord.whispers(channel, student)).hasSize(1);
        assertThat(discord.messages(channel)).isEmpty();
    }

    @Test
    void whatIsSaidOnAConsoleStandsBesideItAndItsUseKeepsItAlive() throws PlatformException {
        bot.answers(new Reply.Console(CONSOLE));
        FakeMessage console = command(teacher, "console").whisper();
        bot.answers(Reply.whisper("Not now"));

        FakeMessage said = discord.press(teacher, console.id(), NEXT.id()).whisper();

        assertThat(said).isNotEqualTo(console);
        assertThat(console.text()).contains("Console");
        discord.advance(Duration.ofMinutes(10));
        bot.answers(Reply.SILENT);
        discord.press(teacher, console.id(), NEXT.id()).answer();
        bot.platform().console(room, 1, Message.text("Moved"));
        discord.await("the console to follow", () -> console.text().equals("Moved"));
    }

    @Test
    void aPostWhoseAnswerWasLostIsPostedOnce() throws PlatformException {
        discord.loseAnswer(Route.POST_MESSAGE);
        String address;
        try {
            address = post("1/round/1", "Hello");
        } catch (PlatformException.Transient lost) {
            address = post("1/round/1", "Hello");
        }
        assertThat(discord.messages(channel)).extracting(FakeMessage::id).containsExactly(address);
    }

    @Test
    void anOldPostThatMayNotBeEditedAnyMoreIsToBePostedAnew() throws PlatformException {
        Duration later = Duration.ofHours(2);
        try (TalkingBot late = new TalkingBot(discord, Optional.empty(), Clock.offset(Clock.systemUTC(), later))) {
            String address = post("1/round/1", "0");
            discord.advance(later);

            assertThatThrownBy(() -> {
                        for (int i = 1; i < 20; i++) {
                            late.platform().edit(room, address, Message.text("" + i));
                        }
                    })
                    .isInstanceOf(PlatformException.Gone.class);
            discord.await("the old post to go", () -> discord.messages(channel).isEmpty());
        }
    }

    @Test
    void aDeletedPostAndADeletedChannelAreGone() throws PlatformException {
        String address = post("1/round/1", "Hello");
        discord.delete(discord.messages(channel).get(0));
        assertThatThrownBy(() -> bot.platform().edit(room, address, CONSOLE))
                .isInstanceOf(PlatformException.Gone.class);

        bot.platform().remove(room, address);
        discord.moderator().delete(channel);
        TalkingBot.until("the channel to be known as gone", () -> fails("2", PlatformException.Gone.class));
    }

    @Test
    void aMissingPermissionIsNamedToTheOperatorAndToTheTeacher() {
        command(teacher, "start").whisper();
        discord.revokePermission(channel, Permission.MESSAGE_SEND);

        TalkingBot.until("the permission to be missed by name", () -> {
            try {
                bot.platform().post(room, "1", Message.text("Hello"));
                return false;
            } catch (PlatformException refused) {
                return refused instanceof PlatformException.Rejected
                        && String.valueOf(refused.getMessage()).matches(".*#class of School.*\"Send Messages\"");
            }
        });
        // Discord's word that it has taken the answer to "start" may come after the first refusal.
        TalkingBot.until("a word to the teacher", () -> {
            fails("2", PlatformException.Rejected.class);
            return discord.whispers(channel, teacher).stream()
                    .anyMatch(whisper -> whisper.text().contains("Send Messages"));
        });
    }

    @Test
    void aBotThatWasRemovedSaysSoAndOtherServersGoOn() throws PlatformException {
        FakeGuild other = discord.guild("Other school");
        FakeChannel elsewhere = other.channel("class");
        Room there = TalkingBot.room(other, elsewhere);
        discord.moderator().kickBot(guild);
        TalkingBot.until("the removal to be known", () -> fails("1", PlatformException.Rejected.class));

        discord.slash(other.member("Ben"), elsewhere, "lesson join", Map.of()).whisper();
        bot.platform().post(there, "1", Message.text("Here"));
        assertThat(discord.messages(elsewhere)).hasSize(1);
    }

    private boolean fails(String key, Class<? extends PlatformException> how) {
        try {
            bot.platform().post(room, key, Message.text("Hello"));
            return false;
        } catch (PlatformException failure) {
            return how.isInstance(failure);
        }
    }

    @Test
    void peopleWriteInAThreadUnderThePost() throws PlatformException {
        String address = post("1", "What did you notice?");
        bot.platform().openThread(room, address, "3 · Discussion");
        bot.platform().openThread(room, address, "3 · Discussion");

        assertThat(discord.threads(channel)).extracting(FakeChannel::name).containsExactly("3 · Discussion");
    }

    @Test
    void whereThreadsAreForbiddenThePostStaysAsItIs() throws PlatformException {
        discord.revokePermission(channel, Permission.CREATE_PUBLIC_THREADS, Permission.CREATE_PRIVATE_THREADS);
        String address = post("1", "What did you notice?");
        bot.platform().openThread(room, address, "Discussion");
        bot.platform().gather(room, "Pair 1", List.of(student.id()));

        assertThat(discord.messages(channel)).hasSize(1);
        assertThat(discord.threads(channel)).isEmpty();
    }

    @Test
    void aPairHasAPrivateThreadAndTheTrioThatItBecomesToo() throws PlatformException {
        FakeMember ben = guild.member("Ben");
        FakeMember cem = guild.member("Cem");
        bot.platform().gather(room, "Pair 1 · lesson 7", List.of(student.id(), ben.id()));
        bot.platform().gather(room, "Pair 1 · lesson 7", List.of(student.id(), cem.id()));

        discord.await("the thread", () -> discord.threads(channel).size() == 1);
        FakeChannel thread = discord.threads(channel).get(0);
        discord.await(
                "its people",
                () -> thread.threadMemberIds().containsAll(List.of(student.id(), cem.id()))
                        && !thread.threadMemberIds().contains(ben.id()));
        assertThat(thread.isPrivateThread()).isTrue();
    }

    @Test
    void whatHappenedWhileTheLineWasDownIsCaughtUpWith() {
        command(student, "join").whisper();
        discord.dropGateway();
        Exchange missed = command(student, "me");
        discord.awaitResumes(1);

        assertThat(missed.whisper().text()).isEqualTo("heard");
    }

    @Test
    void aRefusedTokenIsSaidAndNothingElseFails() {
        try (TalkingBot refused = TalkingBot.withToken(discord, "not-the-token")) {
            assertThatThrownBy(() -> refused.ready().join()).hasMessageContaining("token");
            assertThatThrownBy(() -> refused.platform().post(room, "1", CONSOLE))
                    .isInstanceOf(PlatformException.Transient.class);
        }
    }

    @Test
    void inAThreadTheRoomIsItsChannel() throws PlatformException {
        bot.platform().openThread(room, post("1", "Talk"), "Talk");
        FakeChannel thread = discord.threads(channel).get(0);
        discord.slash(student, thread, "lesson me", Map.of()).whisper();

        assertThat(bot.lastHeard().room()).isEqualTo(room);
    }
}
