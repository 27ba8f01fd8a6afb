package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.ApiCall;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;

/** What goes wrong at Slack: the operator hears what and what to do, the teacher a kind word, and other classes go on. */
class SlackTroublesTest {
    private FakeSlack slack;
    private User teacher;
    private Channel channel;

    @BeforeEach
    void open() throws InterruptedException {
        slack = FakeSlack.start();
        teacher = slack.user("ms-rivers");
        channel = slack.channel("class", teacher);
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
    }

    private Room room(Channel of) {
        return SlackIds.room(of.workspace().id(), of.id());
    }

    private static Throwable post(ListeningBot bot, Room room) {
        return catchThrowable(() -> bot.platform().post(room, "1", Message.text("Hello")));
    }

    @Test
    void aRefusedTokenIsNamedAndIsNotShown() {
        String wrong = "xoxb-not-this-one";
        try (ListeningBot bot =
                new ListeningBot(slack, ListeningBot.overSocket(slack, wrong, RegisteredApp.APP_TOKEN))) {
            assertThatThrownBy(bot::letIn)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(PlatformException.Rejected.class)
                    .hasMessageContainingAll("xoxb-…", "invalid_auth")
                    .hasMessageNotContaining(wrong);
        }
    }

    @Test
    void anAppTokenOfTheWrongKindIsNamed() {
        String bot = slack.workspace().botToken();
        try (ListeningBot refused = new ListeningBot(slack, ListeningBot.overSocket(slack, bot, "xapp-not-this-one"))) {
            assertThatThrownBy(refused::letIn).hasMessageContainingAll("xapp-…", "invalid_auth");
        }
    }

    @Test
    void whileSlackIsAwayItIsTriedAgain() {
        slack.troubles().outage("auth.test", "503", 1);

        try (ListeningBot bot = ListeningBot.in(slack)) {
            assertThat(slack.slash(teacher, channel, "/lesson", "me")
                            .awaitShown()
                            .shown())
                    .contains("heard");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps.connections.open", "auth.test"})
    void whoIsToldToWaitWaitsBeforeTheNextTry(String method) {
        slack.troubles().rateLimitNext(method, Duration.ofSeconds(50));

        try (ListeningBot bot = ListeningBot.in(slack)) {
            assertThat(slack.slash(teacher, channel, "/lesson", "me")
                            .awaitShown()
                            .shown())
                    .contains("heard");
        }
        assertThat(slack.journal(method)).extracting(ApiCall::status).startsWith(429, 200);
    }

    /** Slack counts changes in a workspace, whichever channel they are in. */
    @Test
    void whatSlackRefusesOneClassForAWhileTheOthersDoNotTryMeanwhile() throws PlatformException {
        Channel other = slack.channel("other-class", slack.user("mr-lake"));
        try (ListeningBot bot = ListeningBot.in(slack)) {
            String here = bot.platform().post(room(channel), "1", Message.text("Hello"));
            String there = bot.platform().post(room(other), "1", Message.text("Hello"));
            slack.troubles().rateLimitNext("chat.update", Duration.ofSeconds(30));

            assertThat(edit(bot, room(channel), here)).isInstanceOf(PlatformException.RateLimited.class);
            assertThat(edit(bot, room(other), there))
                    .isInstanceOfSatisfying(
                            PlatformException.RateLimited.class,
                            limited -> assertThat(limited.after()).isGreaterThan(Duration.ofSeconds(30)));
            assertThat(slack.journal("chat.update")).hasSize(1);
        }
    }

    private static Throwable edit(ListeningBot bot, Room room, String address) {
        return catchThrowable(() -> bot.platform().edit(room, address, Message.text("Changed")));
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble(
                        "a bot that is not in the channel",
                        both -> both.slack().troubles().kickBot(both.channel()),
                        "/invite"),
                trouble("an archived channel", both -> both.slack().troubles().archive(both.channel()), "Unarchive"),
                trouble(
                        "a scope withdrawn",
                        both -> both.slack().troubles().missingScope("chat.postMessage", "chat:write"),
                        "chat:write"),
                trouble(
                        "a token revoked",
                        both -> both.slack().troubles().revokeToken(both.slack().workspace()),
                        "Install the app again"),
                trouble(
                        "a workspace that forbids it",
                        both -> both.slack().troubles().outage("chat.postMessage", "restricted_action", 1),
                        "admin"));
    }

    record Both(FakeSlack slack, Channel channel) {}

    private static Arguments trouble(String what, Consumer<Both> happens, String advice) {
        return Arguments.of(what, happens, advice);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void whatAPersonMustMendSaysWhereAndHow(String what, Consumer<Both> happens, String advice) {
        try (ListeningBot bot = ListeningBot.in(slack)) {
            happens.accept(new Both(slack, channel));

            assertThat(post(bot, room(channel)))
                    .isInstanceOf(PlatformException.Rejected.class)
                    .hasMessageContainingAll(slack.workspace().id(), channel.id(), advice)
                    .hasMessageNotContaining(slack.workspace().botToken());
        }
    }

    @Test
    void aTeacherWhoForgotToInviteTheBotIsToldSoWhereTheyStartedTheLesson() {
        slack.troubles().kickBot(channel);
        try (ListeningBot bot = ListeningBot.in(slack)) {
            slack.slash(teacher, channel, "/lesson", "start").awaitShown();

            assertThat(post(bot, room(channel))).isInstanceOf(PlatformException.Rejected.class);

            slack.awaitEphemeral(teacher, said -> said.shown().contains("/invite @lesson-bot"));
            Channel other = slack.channel("other-class", slack.user("mr-lake"));
            assertThat(post(bot, room(other))).isNull();
            assertThat(slack.messages(other)).hasSize(1);
        }
    }

    /** Slack tells nobody who is not in a private channel anything of it, not even who created it. */
    @Test
    void whoeverCreatedAPrivateChannelIsToldToInviteTheBotAndLeadsOnceTheyDid() {
        Channel hidden = slack.privateChannel("club", teacher);
        slack.troubles().kickBot(hidden);
        try (ListeningBot bot = ListeningBot.in(slack)) {
            slack.slash(teacher, hidden, "/lesson", "start pace:self until:\"in 10 days\"")
                    .awaitShown();
            slack.awaitEphemeral(
                    teacher,
                    said -> said.shown().contains("/invite @lesson-bot")
                            && said.shown().contains("in 10 days"));
            assertThat(bot.heard()).isEmpty();

            slack.troubles().letBotIn(hidden);
            assertThat(slack.slash(teacher, hidden, "/lesson", "start pace:self")
                            .awaitShown()
                            .shown())
                    .contains("heard");
            assertThat(bot.heard()).singleElement().matches(act -> act.person().leads());
            assertThat(post(bot, room(hidden))).isNull();
            assertThat(slack.messages(hidden)).hasSize(1);
        }
    }

    @Test
    void theDoctorNamesTheScopesThatAreLacking() throws PlatformException {
        SlackSettings settings =
                ListeningBot.overSocket(slack, slack.workspace().botToken(), RegisteredApp.APP_TOKEN);
        assertThat(SlackCheck.now(settings).lacking()).isEmpty();
        slack.troubles().withdrawScope("users:read");

        SlackCheck.Passed passed = SlackCheck.now(settings);

        assertThat(passed.workspace()).contains(slack.workspace().domain());
        assertThat(passed.lacking()).isEqualTo(Set.of("users:read"));
    }
}
