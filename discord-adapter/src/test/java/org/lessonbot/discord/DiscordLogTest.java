package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.PlatformException;
import org.slf4j.LoggerFactory;

/** What an operator may send to somebody: no token is in the log, however much is logged. Isolated: loggers are global. */
@Isolated
class DiscordLogTest {
    private static final List<String> LOGGERS =
            List.of("org.lessonbot", "net.dv8tion.jda", "okhttp3", "com.neovisionaries");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String thrown = Optional.ofNullable(event.getThrowableProxy())
                    .map(ThrowableProxyUtil::asString)
                    .orElse("");
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown);
        }
    };

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }

    @BeforeEach
    void listen() {
        log.start();
        LOGGERS.forEach(name -> {
            logger(name).setLevel(Level.DEBUG);
            logger(name).setAdditive(false);
            logger(name).addAppender(log);
        });
    }

    @AfterEach
    void stop() {
        LOGGERS.forEach(name -> {
            logger(name).detachAppender(log);
            logger(name).setAdditive(true);
            logger(name).setLevel(null);
        });
        log.stop();
    }

    @Test
    void noTokenIsEverLogged() throws PlatformException {
        String wrong = "a-token-of-some-other-bot";
        try (FakeDiscord discord = FakeDiscord.start()) {
            FakeGuild guild = discord.guild("School");
            FakeChannel channel = guild.channel("class");
            FakeMember student = guild.member("Ada");
            Room room = TalkingBot.room(guild, channel);
            try (TalkingBot refused = TalkingBot.withToken(discord, wrong)) {
                assertThatThrownBy(() -> refused.ready().join()).hasMessageContaining("token");
            }
            try (TalkingBot bot = TalkingBot.in(discord)) {
                bot.platform().post(room, "1/first/1", Message.text("Hello"));
                turn(discord, bot, channel, student);
                bot.platform().whisper(room, student.id(), "pairs", Message.text("You work with Ben"));
                discord.dropGateway();
                discord.awaitResumes(1);
            }
            assertThat(lines).as("what is logged about").anyMatch(line -> line.contains("was not taken"));
            assertThat(lines)
                    .noneMatch(line -> line.contains(discord.token())
                            || line.contains(wrong)
                            || line.contains("interaction-token-"));
        }
    }

    /** REST goes on as before, so nothing else would say it. */
    @Test
    void whenOnlyTheGatewayIsAwayItIsSaidTooAndWhenItIsBack() {
        try (FakeDiscord discord = FakeDiscord.start()) {
            discord.guild("School").channel("class");
            try (TalkingBot bot = TalkingBot.in(discord)) {
                AtomicInteger back = new AtomicInteger();
                bot.platform().whenBack(back::incrementAndGet);
                discord.gateway().away(true);
                discord.dropGateway();
                TalkingBot.until(
                        "a word of the outage", () -> says("Discord cannot be reached, the next try is in 2 s"));
                assertThat(back).hasValue(0);

                discord.gateway().away(false);
                discord.awaitResumes(1);
                TalkingBot.until("a word of its end", () -> says("Discord is there again"));
                TalkingBot.until("what waits to hear of it", () -> back.get() > 0);
            }
        }
    }

    private boolean says(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    /** An answer at once, one that comes late, one that is refused, and one that nobody takes. */
    private static void turn(FakeDiscord discord, TalkingBot bot, FakeChannel channel, FakeMember student) {
        Exchange first = discord.slash(student, channel, "lesson me", Map.of());
        first.whisper();
        discord.redeliver(first);
        discord.awaitRequest(Route.ANSWER, 400);
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        bot.answers(slow);
        Exchange late = discord.slash(student, channel, "lesson me", Map.of());
        IntStream.range(0, 3).forEach(act -> bot.lastHeard());
        discord.advance(Duration.ofSeconds(2));
        late.answer();
        discord.advance(Duration.ofMinutes(16));
        slow.complete(Reply.whisper("At last"));
        bot.answers(Reply.whisper("heard"));
        discord.outage(Route.ANSWER, 0, 9);
        discord.slash(student, channel, "lesson me", Map.of());
        discord.await(
                "the answers to be lost",
                () -> discord.requests(Route.ANSWER).stream().anyMatch(answer -> answer.status() == 0));
    }
}
