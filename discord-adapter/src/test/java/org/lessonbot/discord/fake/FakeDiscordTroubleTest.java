package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections break, limits strike, answers get lost: JDA lives through it here as it does at Discord. */
class FakeDiscordTroubleTest {
    @SuppressWarnings("NullAway.Init")
    private FakeDiscord discord;

    @SuppressWarnings("NullAway.Init")
    private ScriptedBot bot;

    @SuppressWarnings("NullAway.Init")
    private FakeChannel room;

    @SuppressWarnings("NullAway.Init")
    private FakeMember ada;

    @BeforeEach
    void open() {
        discord = FakeDiscord.start();
        FakeGuild school = discord.guild("School");
        room = school.channel("lesson");
        ada = school.member("Ada");
        bot = new ScriptedBot(discord);
        bot.jda()
                .updateCommands()
                .addCommands(Commands.slash("lesson", "The lesson"))
                .complete();
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void whatHappensWhileTheGatewayIsDownArrivesOnResume() {
        bot.onSlash("lesson", event -> event.reply("Here").queue());
        discord.dropGateway();

        Exchange exchange = discord.slash(ada, room, "lesson", Map.of());

        assertThat(exchange.reply().text()).isEqualTo("Here");
        discord.awaitResumes(1);
    }

    @Test
    void aBotThatIsAskedToReconnectsAndResumes() {
        bot.onSlash("lesson", event -> event.reply("Here").queue());
        discord.reconnect();
        discord.awaitResumes(1);

        assertThat(discord.slash(ada, room, "lesson", Map.of()).reply().text()).isEqualTo("Here");
    }

    @Test
    void aBotWhoseSessionIsOverLogsInAgain() {
        bot.onSlash("lesson", event -> event.reply("Here").queue());
        discord.invalidateSession();
        discord.awaitLogin();

        assertThat(discord.slash(ada, room, "lesson", Map.of()).reply().text()).isEqualTo("Here");
    }

    @Test
    void aRateLimitDelaysAndTheMessageComes() {
        discord.rateLimitNext(Route.POST_MESSAGE, Duration.ZERO);

        bot.channel(room).sendMessage("Late but here").complete();

        assertThat(discord.requests(Route.POST_MESSAGE))
                .extracting(Recorded::status)
                .containsExactly(429, 200);
        assertThat(discord.messages(room)).hasSize(1);
    }

    @Test
    void anOutageIsRetried() {
        discord.outage(Route.POST_MESSAGE, 502, 1);

        bot.channel(room).sendMessage("Here").complete();

        assertThat(discord.requests(Route.POST_MESSAGE))
                .extracting(Recorded::status)
                .containsExactly(502, 200);
    }

    @Test
    void aNonceMakesAMessageOnce() {
        bot.channel(room).sendMessage("Once").setNonce("n1").complete();
        bot.channel(room).sendMessage("Once").setNonce("n1").complete();

        assertThat(discord.requests(Route.POST_MESSAGE)
                        .get(0)
                        .body()
                        .path("enforce_nonce")
                        .asBoolean())
                .isTrue();
        assertThat(discord.messages(room)).hasSize(1);
    }

    @Test
    void aNonceIsForgottenAfterAWhile() {
        bot.channel(room).sendMessage("Once").setNonce("n1").complete();
        discord.advance(Duration.ofMinutes(10));
        bot.channel(room).sendMessage("Once").setNonce("n1").complete();

        assertThat(discord.messages(room)).hasSize(2);
    }

    /** OkHttp may send a request again by itself when a connection breaks: only the nonce keeps that from doubling. */
    @Test
    void aLostAnswerWithANonceDoublesNothing() {
        discord.loseAnswer(Route.POST_MESSAGE);
        RestAction<?> posting = bot.channel(room).sendMessage("Here").setNonce("n1");

        boolean heard =
                posting.submit().handle((message, error) -> error == null).join();
        if (!heard) {
            posting.complete();
        }

        assertThat(discord.requests(Route.POST_MESSAGE))
                .extracting(Recorded::status)
                .containsExactly(0, 200);
        assertThat(discord.messages(room)).hasSize(1);
    }

    @Test
    void anOldMessageTakesFewEdits() {
        String id = bot.channel(room).sendMessage("Old").complete().getId();
        discord.advance(Duration.ofHours(2));
        Rest rest = new Rest(discord);
        String path = "channels/" + room.id() + "/messages/" + id;

        int edits = 0;
        while (edits < 50 && rest.code("PATCH", path, "{\"content\":\"New\"}") == 0) {
            edits++;
        }

        assertThat(edits).isBetween(1, 49);
        assertThat(discord.awaitRequest(Route.EDIT_MESSAGE, 429).code()).isEqualTo(30046);
    }

    @Test
    void whoWantsNoDirectMessagesGetsNone() {
        discord.moderator().closeDirectMessages(ada);
        RestAction<?> writing =
                bot.jda().openPrivateChannelById(ada.id()).complete().sendMessage("Hello");

        assertThatThrownBy(writing::complete)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(50007));
    }

    @Test
    void buttonsWorkAfterARestart() {
        bot.close();
        bot = new ScriptedBot(discord);
        bot.onSlash("lesson", event -> event.reply("Back").queue());

        assertThat(discord.slash(ada, room, "lesson", Map.of()).reply().text()).isEqualTo("Back");
    }
}
