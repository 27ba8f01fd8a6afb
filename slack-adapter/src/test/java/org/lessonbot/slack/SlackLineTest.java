package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.Exchange;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;

/** What comes between the bot and Slack: proxies that answer in its place, and connections that end just when they are used. */
class SlackLineTest {
    private static final String LOGIN =
            "<!DOCTYPE html><html><body><form>Sign in to the school's network</form></body></html>";
    private static final String BLOCKS = "[{\"type\":\"divider\"}]";
    private static final String HOME = "{\"type\":\"home\",\"blocks\":" + BLOCKS + "}";

    static final List<Arguments> NOT_SLACK = List.of(
            Arguments.of("a page to log in", 200, LOGIN),
            Arguments.of("nothing", 200, ""),
            Arguments.of("null", 200, "null"),
            Arguments.of("half an answer", 200, "{\"ok\":true,\"channel\":{\"id\":\"C"),
            Arguments.of("something else in JSON", 200, "[1,2]"),
            Arguments.of("a gateway's page", 502, "<html><body>502 Bad Gateway</body></html>"),
            Arguments.of("the way to a page", 302, ""));

    private final FakeSlack slack;
    private final User ada;
    private final Channel channel;
    private final Room room;
    private final SlackSettings settings;
    private final SlackLine line;
    private final WebApi api;

    SlackLineTest() throws InterruptedException {
        slack = FakeSlack.start();
        ada = slack.user("ada");
        channel = slack.channel("class", slack.user("teacher"), ada);
        room = SlackIds.room(channel.workspace().id(), channel.id());
        settings = new SlackSettings(
                URI.create(slack.apiPrefix()),
                new SlackSettings.One(new Secret(slack.workspace().botToken())),
                Optional.of(new Secret(RegisteredApp.APP_TOKEN)),
                Optional.empty(),
                Set.of(),
                "en");
        line = new SlackLine(settings);
        api = line.api();
    }

    @AfterEach
    void close() throws InterruptedException {
        line.close();
        slack.close();
    }

    /** A call, by its method's name. */
    private record Named(String method, Call call) {}

    @FunctionalInterface
    private interface Call {
        Object make() throws PlatformException;
    }

    private String posted() throws PlatformException {
        return api.once(
                room,
                client -> client.chatPostMessage(post -> post.channel(channel.id())
                        .text("Hello")
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
                answer -> answer.getTs());
    }

    /** Every call that may be made twice. */
    private Stream<Named> calls(String ts) {
        return Stream.of(
                new Named("auth.test", () -> SlackCheck.now(settings)),
                new Named(
                        "chat.update",
                        () -> api.call(
                                room,
                                client -> client.chatUpdate(edit ->
                                        edit.channel(channel.id()).ts(ts).text("Hello again")))),
                new Named(
                        "chat.postEphemeral",
                        () -> api.call(
                                room,
                                client -> client.chatPostEphemeral(post -> post.channel(channel.id())
                                        .user(ada.id())
                                        .text("For you")))),
                new Named(
                        "conversations.open",
                        () -> api.call(
                                room, client -> client.conversationsOpen(open -> open.users(List.of(ada.id()))))),
                new Named(
                        "conversations.info",
                        () -> api.ask(
                                room,
                                client -> client.conversationsInfo(info -> info.channel(channel.id())),
                                answer -> answer.getChannel())),
                new Named(
                        "users.info",
                        () -> api.ask(
                                room,
                                client -> client.usersInfo(info -> info.user(ada.id())),
                                answer -> answer.getUser())),
                new Named(
                        "views.publish",
                        () -> api.call(
                                room,
                                client -> client.viewsPublish(
                                        publish -> publish.userId(ada.id()).viewAsString(HOME)))),
                new Named(
                        "apps.connections.open",
                        () -> api.call(
                                settings.appToken().orElseThrow(),
                                "the app",
                                client -> client.appsConnectionsOpen(open -> open))));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("NOT_SLACK")
    void whateverAnswersInSlacksPlaceIsCalledSo(String what, int status, String body) throws PlatformException {
        String ts = posted();
        slack.troubles().interpose(status, body);

        Stream.concat(calls(ts), Stream.of(new Named("chat.postMessage", this::posted)))
                .forEach(named -> assertThatExceptionOfType(PlatformException.Transient.class)
                        .as(named.method())
                        .isThrownBy(() -> named.call().make())
                        .withMessageContaining("Is a proxy in between"));

        slack.troubles().pass();
        assertThat(slack.messages(channel)).hasSize(1);
    }

    @Test
    void anAnswerThatSaysNoMoreThanNoIsTriedAgainLater() throws PlatformException {
        String ts = posted();
        slack.troubles().interpose(200, "{\"ok\":false}");

        calls(ts)
                .forEach(named -> assertThatExceptionOfType(PlatformException.Transient.class)
                        .as(named.method())
                        .isThrownBy(() -> named.call().make())
                        .withMessageContaining("no reason given"));
    }

    @Test
    void anAnswerWithoutWhatWasAskedForIsNotSlacks() {
        slack.troubles().interpose(200, "{\"ok\":true}");

        assertThatExceptionOfType(PlatformException.Transient.class).isThrownBy(this::posted);
        calls("1.0")
                .filter(named -> named.method().endsWith(".info"))
                .forEach(named -> assertThatExceptionOfType(PlatformException.Transient.class)
                        .as(named.method())
                        .isThrownBy(() -> named.call().make()));
    }

    @Test
    void whatMayBeSentAgainIsSentAgainWhenTheConnectionEnds() throws PlatformException {
        String ts = posted();
        for (Named named : calls(ts).toList()) {
            slack.troubles().staleConnection(named.method());
            assertThat(named.call().make()).as(named.method()).isNotNull();
            slack.troubles().loseAnswer(named.method());
            assertThat(named.call().make()).as(named.method()).isNotNull();
        }
        assertThat(slack.messages(channel))
                .singleElement()
                .satisfies(post -> assertThat(post.shown()).contains("Hello again"));
    }

    @Test
    void aPostIsSentOnce() throws PlatformException {
        slack.troubles().loseAnswer("chat.postMessage");

        assertThatExceptionOfType(PlatformException.Transient.class).isThrownBy(this::posted);

        assertThat(slack.messages(channel)).hasSize(1);
    }

    @Test
    void aReceiptArrivesThoughItsConnectionEndsUnderIt() {
        try (ListeningBot bot = ListeningBot.in(slack)) {
            slack.troubles().staleConnection("response_url");

            Exchange pressed = slack.slash(ada, channel, "/lesson", "me");

            assertThat(pressed.awaitShown().shown()).contains("heard");
            assertThat(slack.journal("chat.postEphemeral")).isEmpty();
        }
    }

    @Test
    void aReceiptTakesAnotherWayWhereAProxyAnswersForItsAddress() {
        try (ListeningBot bot = ListeningBot.in(slack)) {
            slack.troubles().interposeAtResponseUrls(200, LOGIN);

            slack.slash(ada, channel, "/lesson", "me").acked();

            Post receipt = slack.awaitEphemeral(ada, said -> said.shown().contains("heard"));
            assertThat(receipt.onlyFor()).contains(ada);
        }
    }
}
