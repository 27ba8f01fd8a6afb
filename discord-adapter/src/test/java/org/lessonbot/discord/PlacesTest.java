package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;

/** What a lesson does in each kind of channel with and without each permission, and what is said of what it cannot do. */
class PlacesTest {
    private static final int PAIRS = 12;

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeMember teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
    private final FakeMember student = guild.member("Ada");
    private final TalkingBot bot = TalkingBot.in(discord);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private FakeChannel channel(ChannelType kind) {
        FakeChannel channel = guild.channel("class", kind);
        discord.slash(teacher, channel, "lesson start", Map.of()).whisper();
        assertThat(bot.lastHeard().room()).isEqualTo(TalkingBot.room(guild, channel));
        return channel;
    }

    private String post(Room room) throws PlatformException {
        return bot.platform().post(room, "1", Message.text("Hello"));
    }

    /** Until each pair has been seated or not, and the teacher has heard of it if they do. */
    private void gather(FakeChannel channel) {
        gather(channel, "Pair");
    }

    private void gather(FakeChannel channel, String name) {
        IntStream.rangeClosed(1, PAIRS).forEach(n -> {
            try {
                bot.platform().gather(TalkingBot.room(guild, channel), name + " " + n, List.of(student.id()));
            } catch (PlatformException away) {
                throw new AssertionError(away);
            }
        });
    }

    private List<String> said(FakeChannel channel, String words) {
        return discord.whispers(channel, teacher).stream()
                .map(whisper -> whisper.text())
                .filter(text -> text.contains(words))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, VIEW_CHANNEL, View Channels",
        "TEXT, MESSAGE_SEND, Send Messages",
        "NEWS, MESSAGE_SEND, Send Messages",
        "VOICE, VOICE_CONNECT, Connect",
        "VOICE, VIEW_CHANNEL, View Channels",
        "STAGE, MESSAGE_SEND, Send Messages"
    })
    void whatIsLackingToPostIsCalledByItsName(ChannelType kind, Permission permission, String name) {
        FakeChannel channel = channel(kind);
        discord.revokePermission(channel, permission);

        TalkingBot.until(
                "the permission to be missed",
                () -> refused(TalkingBot.room(guild, channel)).endsWith("the bot lacks \"" + name + "\""));
        // Discord's word that it has taken the answer to "start" may come after the first refusal.
        TalkingBot.until(
                "a word to the teacher",
                () -> !refused(TalkingBot.room(guild, channel)).isEmpty()
                        && said(channel, "“" + name + "”").size() == 1);
    }

    private String refused(Room room) {
        try {
            post(room);
            return "";
        } catch (PlatformException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Whoever lets the bot in by its roles rather than in the channel. */
    @Test
    void whatARoleGivesTheBotIsTriedAtOnce() throws PlatformException {
        FakeGuild strict = discord.guild("Strict school", Permission.VIEW_CHANNEL);
        Room room = TalkingBot.room(strict, strict.channel("class"));
        AtomicInteger again = new AtomicInteger();
        bot.platform().whenBack(again::incrementAndGet);
        List<Runnable> ways = List.of(
                () -> discord.moderator().everybodyMay(strict, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND),
                () -> discord.moderator().promoteBot(strict, Permission.MESSAGE_SEND));
        for (Runnable letIn : ways) {
            discord.moderator().everybodyMay(strict, Permission.VIEW_CHANNEL);
            TalkingBot.until("the permission to be missed", () -> refused(room).endsWith("\"Send Messages\""));
            again.set(0);

            letIn.run();

            TalkingBot.until("the bot to hear of it", () -> again.get() > 0);
            post(room);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"TEXT", "NEWS", "VOICE", "STAGE"},
            value = ChannelType.class)
    void lessonsAreShownInEveryKindOfChannelThatMessagesAreWrittenIn(ChannelType kind) throws PlatformException {
        FakeChannel channel = channel(kind);
        String address = post(TalkingBot.room(guild, channel));
        bot.platform().openThread(TalkingBot.room(guild, channel), address, "Talk");

        assertThat(discord.messages(channel)).hasSize(1);
        boolean threads = kind == ChannelType.TEXT || kind == ChannelType.NEWS;
        assertThat(discord.threads(channel)).hasSize(threads ? 1 : 0);
        assertThat(discord.requests()).allMatch(request -> request.status() < 400);
    }

    @Test
    void aPostWithoutItsThreadIsExplainedOnce() throws PlatformException {
        FakeChannel channel = channel(ChannelType.TEXT);
        String address = post(TalkingBot.room(guild, channel));
        discord.revokePermission(channel, Permission.CREATE_PUBLIC_THREADS);

        TalkingBot.until("a word to the teacher", () -> {
            return openThread(channel, address)
                    && said(channel, "“Create Public Threads”").size() == 1;
        });
        openThread(channel, address);
        assertThat(said(channel, "“Create Public Threads”")).hasSize(1);
    }

    private boolean openThread(FakeChannel channel, String address) {
        try {
            bot.platform().openThread(TalkingBot.room(guild, channel), address, "Talk");
            return true;
        } catch (PlatformException away) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"CREATE_PRIVATE_THREADS, Create Private Threads", "MESSAGE_SEND_IN_THREADS, Send Messages in Threads"})
    void noPairHasARoomThatItCouldNotBeLetInto(Permission permission, String name) {
        FakeChannel channel = channel(ChannelType.TEXT);
        discord.revokePermission(channel, permission);
        TalkingBot.until("a word to the teacher", () -> {
            gather(channel);
            return !said(channel, name).isEmpty();
        });
        gather(channel, "Late pair");

        assertThat(said(channel, name)).hasSize(1);
        // Threads asked for before the permission was missed may still be opening.
        assertThat(discord.threads(channel)).noneMatch(thread -> thread.name().startsWith("Late pair"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NEWS", "VOICE"},
            value = ChannelType.class)
    void whereDiscordHasNoPrivateThreadsNoneIsAskedForAndItIsSaidOnce(ChannelType kind) {
        FakeChannel channel = channel(kind);
        TalkingBot.until("a word to the teacher", () -> {
            gather(channel);
            return !said(channel, "Pairs have no private rooms here").isEmpty();
        });
        gather(channel);

        assertThat(said(channel, "Pairs have no private rooms here")).hasSize(1);
        assertThat(discord.requests(Route.START_THREAD)).isEmpty();
    }

    @Test
    void whatDiscordRefusesOnePairTheOthersDoNotAskFor() {
        FakeChannel channel = channel(ChannelType.TEXT);
        discord.moderator().revokeUnheard(channel, Permission.CREATE_PRIVATE_THREADS);
        gather(channel);
        discord.awaitRequest(Route.START_THREAD, 403);
        TalkingBot.until("a word to the teacher", () -> {
            gather(channel);
            return !said(channel, "Pairs have no private rooms here").isEmpty();
        });
        gather(channel);

        assertThat(said(channel, "Pairs have no private rooms here")).hasSize(1);
        assertThat(discord.requests(Route.START_THREAD)).hasSize(1);

        discord.grantPermission(channel, Permission.CREATE_PRIVATE_THREADS);
        TalkingBot.until("the rooms", () -> {
            gather(channel);
            return discord.threads(channel).size() == PAIRS;
        });
    }

    @Test
    void whereOnlyTheCommandsWereAddedTheBotAsksToBeInvited() {
        FakeChannel channel = guild.channel("class");
        discord.moderator().leaveOnlyCommands(guild);

        assertThat(discord.slash(student, channel, "lesson start", Map.of())
                        .whisper()
                        .components()
                        .toString())
                .contains("invite me by this link", "client_id=" + discord.applicationId());
        assertThat(bot.hasHeard()).isFalse();
    }
}
