package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not work at Discord does not work here either. */
class FakeDiscordRefusalsTest {
    @SuppressWarnings("NullAway.Init")
    private FakeDiscord discord;

    @SuppressWarnings("NullAway.Init")
    private ScriptedBot bot;

    @SuppressWarnings("NullAway.Init")
    private FakeGuild school;

    @SuppressWarnings("NullAway.Init")
    private FakeChannel room;

    @SuppressWarnings("NullAway.Init")
    private FakeMember ada;

    @BeforeEach
    void open() {
        discord = FakeDiscord.start();
        school = discord.guild("School");
        room = school.channel("lesson");
        ada = school.member("Ada");
        bot = new ScriptedBot(discord);
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("lesson", "The lesson"),
                        Commands.slash("console", "For teachers")
                                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_CHANNEL)))
                .complete();
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private String post(Button... buttons) {
        return bot.channel(room)
                .sendMessage("Vote")
                .setComponents(ActionRow.of(List.of(buttons)))
                .complete()
                .getId();
    }

    private static void assertRefused(int code, RestAction<?> action) {
        assertThatThrownBy(action::complete)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo(code));
    }

    @Test
    void anInteractionIsAnsweredOnce() {
        bot.onSlash("lesson", event -> event.reply("Here").queue());
        Exchange exchange = discord.slash(ada, room, "lesson", Map.of());
        exchange.reply();

        discord.redeliver(exchange);

        assertThat(discord.awaitRequest(Route.ANSWER, 400).code()).isEqualTo(40060);
        assertThat(discord.messages(room)).hasSize(1);
    }

    @Test
    void anAnswerAfterThreeSecondsIsRefused() {
        CountDownLatch late = new CountDownLatch(1);
        bot.onSlash("lesson", event -> {
            awaitQuietly(late);
            event.reply("Here").queue();
        });
        Exchange exchange = discord.slash(ada, room, "lesson", Map.of());
        discord.advance(Duration.ofSeconds(4));
        late.countDown();

        exchange.awaitRefusal();

        assertThat(exchange.failed()).isTrue();
        assertThat(discord.awaitRequest(Route.ANSWER, 404).code()).isEqualTo(10062);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTokenEndsAfterAQuarterOfAnHour() {
        CountDownLatch later = new CountDownLatch(1);
        bot.onSlash(
                "lesson",
                event -> event.reply("Here").queue(hook -> {
                    awaitQuietly(later);
                    hook.sendMessage("More").queue();
                }));
        discord.slash(ada, room, "lesson", Map.of()).reply();
        discord.advance(Duration.ofMinutes(16));
        later.countDown();

        assertThat(discord.awaitRequest(Route.FOLLOW_UP, 401).code()).isEqualTo(50027);
    }

    @Test
    void whatIsGoneIsUnknown() {
        String id = post(Button.primary("a", "A"));
        discord.delete(discord.messages(room).get(0));
        assertRefused(10008, bot.channel(room).editMessageById(id, "New"));
        assertRefused(10008, bot.channel(room).deleteMessageById(id));

        RestAction<?> posting = bot.channel(room).sendMessage("Anybody?");
        discord.moderator().delete(room);
        assertRefused(10003, posting);
    }

    @Test
    void aBotNeedsAccessAndPermissions() {
        RestAction<?> posting = bot.channel(room).sendMessage("One");
        discord.revokePermission(room, Permission.MESSAGE_SEND);
        assertRefused(50013, posting);
        discord.revokePermission(room, Permission.VIEW_CHANNEL);
        assertRefused(50001, posting);
        discord.grantPermission(room, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
        posting.complete();
        discord.moderator().kickBot(school);
        assertRefused(50001, posting);
        assertThat(discord.invalidRequests()).isEqualTo(3);
    }

    @Test
    void aWhisperIsNotFoundThroughItsChannel() {
        bot.onSlash("lesson", event -> event.reply("Psst").setEphemeral(true).queue());
        FakeMessage whisper = discord.slash(ada, room, "lesson", Map.of()).whisper();

        assertRefused(10008, bot.channel(room).editMessageById(whisper.id(), "Loud"));
    }

    @Test
    void anImpossibleMoveIsAMistakeOfTheTest() {
        FakeMember bob = school.member("Bob");
        String id = post(Button.primary("a", "A"), Button.primary("off", "Off").asDisabled());
        bot.onSlash(
                "lesson",
                event -> event.reply("Psst")
                        .setEphemeral(true)
                        .setComponents(ActionRow.of(Button.primary("mine", "Mine")))
                        .queue());
        String whisper = discord.slash(ada, room, "lesson", Map.of()).whisper().id();

        bot.onPress(
                "a",
                event -> event.replyModal(Modal.create("ask", "Ask")
                                .addComponents(Label.of(
                                        "Why?",
                                        TextInput.create("why", TextInputStyle.SHORT)
                                                .setMinLength(3)
                                                .build()))
                                .build())
                        .queue());
        bot.onSubmit("ask", event -> event.reply("Thanks").setEphemeral(true).queue());
        OpenModal form = discord.press(ada, id, "a").modal();

        assertThatThrownBy(() -> discord.submit(bob, form, Map.of("why", "Because")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.submit(ada, form, Map.of("why", "x"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.submit(ada, form, Map.of())).isInstanceOf(AssertionError.class);
        discord.submit(ada, form, Map.of("why", "Because")).whisper();
        assertThatThrownBy(() -> discord.submit(ada, form, Map.of("why", "Because")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.press(ada, id, "b")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.press(ada, id, "off")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.press(bob, whisper, "mine")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.slash(ada, room, "unknown", Map.of())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.slash(ada, room, "console", Map.of())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> discord.slash(ada, room, "lesson", Map.of("x", 1)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aRefusedTokenDoesNotLogIn() {
        discord.refuseToken(true);

        assertThatThrownBy(() ->
                        discord.at(JDABuilder.createLight(discord.token())).build())
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void anExhaustedLimitIsToldWithItsEnd() {
        discord.rateLimit(Route.POST_MESSAGE, 1, Duration.ofDays(1));
        Rest rest = new Rest(discord);
        String path = "channels/" + room.id() + "/messages";

        var first = rest.send("POST", path, "{\"content\":\"1\"}");
        var second = rest.send("POST", path, "{\"content\":\"2\"}");

        assertThat(first.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("retry-after").map(Integer::parseInt))
                .hasValueSatisfying(told -> assertThat(told).isBetween(4000, 4320));
        assertThat(second.headers().firstValue("via")).isPresent();
    }
}
