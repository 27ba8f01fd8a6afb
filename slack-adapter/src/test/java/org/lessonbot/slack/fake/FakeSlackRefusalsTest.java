package org.lessonbot.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real Slack says no to, this one does too: seen through the real client. */
class FakeSlackRefusalsTest {
    private FakeSlack slack;
    private Slack sdk;
    private MethodsClient bot;
    private User ada;
    private User bob;
    private Channel room;

    @BeforeEach
    void start() throws Exception {
        slack = FakeSlack.start();
        sdk = Slack.getInstance(slack.slackConfig());
        bot = sdk.methods(slack.workspace().botToken());
        ada = slack.user("ada").owner();
        bob = slack.user("bob");
        room = slack.channel("room", ada);
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
    }

    @FunctionalInterface
    private interface Call {
        SlackApiTextResponse make() throws Exception;
    }

    private static String error(Call call) throws Exception {
        SlackApiTextResponse answer = call.make();
        return answer.isOk() ? "" : answer.getError();
    }

    private String post(String channel, String text) throws Exception {
        return error(() -> bot.chatPostMessage(post -> post.channel(channel).text(text)));
    }

    @Test
    void tokensAreChecked() throws Exception {
        assertThat(error(() -> sdk.methods("xoxb-stranger").authTest(any -> any)))
                .isEqualTo("invalid_auth");
        assertThat(error(() -> sdk.methods(RegisteredApp.APP_TOKEN).usersInfo(who -> who.user(ada.id()))))
                .isEqualTo("not_allowed_token_type");
        assertThat(error(() -> bot.appsConnectionsOpen(any -> any))).isEqualTo("not_allowed_token_type");
        slack.troubles().revokeToken(slack.workspace());
        assertThat(post(room.id(), "x")).isEqualTo("token_revoked");
    }

    @Test
    void scopesAreChecked() throws Exception {
        slack.troubles().withdrawScope("users:read");
        var answer = bot.usersInfo(who -> who.user(ada.id()));
        assertThat(answer.getError()).isEqualTo("missing_scope");
        assertThat(answer.getNeeded()).isEqualTo("users:read");
        slack.troubles().missingScope("chat.postMessage", "chat:write");
        assertThat(post(room.id(), "x")).isEqualTo("missing_scope");
        slack.troubles().recover("chat.postMessage");
        assertThat(post(room.id(), "x")).isEmpty();
    }

    @Test
    void placesAreChecked() throws Exception {
        User stranger = slack.user(slack.workspace("elsewhere"), "stranger");
        assertThat(post(slack.channel("theirs", stranger).id(), "x")).isEqualTo("channel_not_found");
        assertThat(post("C404", "x")).isEqualTo("channel_not_found");
        Channel hidden = slack.privateChannel("hidden", ada);
        slack.troubles().kickBot(hidden);
        assertThat(post(hidden.id(), "x")).isEqualTo("channel_not_found");
        slack.troubles().kickBot(room);
        assertThat(post(room.id(), "x")).isEqualTo("not_in_channel");
        Channel old = slack.channel("old", ada);
        slack.troubles().archive(old);
        assertThat(post(old.id(), "x")).isEqualTo("is_archived");
    }

    @Test
    void messagesAreChecked() throws Exception {
        assertThat(post(room.id(), "")).isEqualTo("no_text");
        assertThat(post(room.id(), "x".repeat(40_001))).isEqualTo("msg_too_long");
        Post hers = slack.say(ada, room, "hello");
        assertThat(error(() -> bot.chatUpdate(
                        edit -> edit.channel(room.id()).ts(hers.ts()).text("x"))))
                .isEqualTo("cant_update_message");
        assertThat(error(() ->
                        bot.chatUpdate(edit -> edit.channel(room.id()).ts("1.2").text("x"))))
                .isEqualTo("message_not_found");
        assertThat(error(() -> bot.chatPostEphemeral(
                        note -> note.channel(room.id()).user(bob.id()).text("x"))))
                .isEqualTo("user_not_in_channel");
        assertThat(error(() -> bot.chatPostMessage(
                        reply -> reply.channel(room.id()).threadTs("1.2").text("x"))))
                .isEqualTo("thread_not_found");
    }

    @Test
    void whatStudentsWroteMustBeEscapedOrItFires() throws Exception {
        String written = "<!channel> see <https://x.test|this> and https://y.test <@U1>";
        bot.chatPostMessage(post -> post.channel(room.id()).text(written).unfurlLinks(true));
        String escaped = written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        bot.chatPostMessage(post ->
                post.channel(room.id()).text("x").blocksAsString(String.format(Locale.ROOT, """
                        [{"type":"section","text":{"type":"plain_text","text":"%s"}},
                         {"type":"section","text":{"type":"mrkdwn","verbatim":true,"text":"%s"}}]""", written, escaped)));

        assertThat(slack.messages(room).get(0).fired())
                .extracting(Fired::kind)
                .contains(Fired.Kind.BROADCAST, Fired.Kind.MENTION, Fired.Kind.LINK, Fired.Kind.UNFURL);
        assertThat(slack.messages(room).get(1).fired()).isEmpty();
    }

    @Test
    void aClientThatDoesNotAskForPreviewsGetsNone() throws Exception {
        post(room.id(), "https://y.test");

        assertThat(slack.messages(room).get(0).fired()).containsExactly(new Fired(Fired.Kind.LINK, "https://y.test"));
    }

    @Test
    void fiftyEditsAMinuteAreAllThatAWorkspaceGets() throws Exception {
        post(room.id(), "0");
        String ts = slack.messages(room).get(0).ts();
        for (int edits = 0; edits < 50; edits++) {
            bot.chatUpdate(edit -> edit.channel(room.id()).ts(ts).text("x"));
        }

        assertThatExceptionOfType(SlackApiException.class)
                .isThrownBy(() ->
                        bot.chatUpdate(edit -> edit.channel(room.id()).ts(ts).text("x")));
    }

    @Test
    void viewsAreChecked() throws Exception {
        View untitled = ToyApp.form();
        untitled.setTitle(null);
        View versioned = ToyApp.form();
        versioned.setHash("1");
        assertThat(open(untitled)).isEqualTo("invalid_arguments");
        assertThat(open(versioned)).isEqualTo("invalid_arguments");
        assertThat(open(ToyApp.form())).isEmpty();
        assertThat(error(() -> bot.viewsUpdate(update ->
                        update.viewId(slack.awaitView(ada).id()).hash("older").view(ToyApp.form()))))
                .isEqualTo("hash_conflict");
        assertThat(error(() -> bot.viewsUpdate(update -> update.viewId("V404").view(ToyApp.form()))))
                .isEqualTo("not_found");
    }

    private String open(View view) throws Exception {
        // No app listens: the command fails, and what it issued lives on.
        String trigger = slack.slash(ada, room, "/lesson", "")
                .payload()
                .get("trigger_id")
                .getAsString();
        return error(() -> bot.viewsOpen(open -> open.triggerId(trigger).view(view)));
    }

    @Test
    void aResponseUrlWorksFiveTimesAndForHalfAnHour() throws Exception {
        String address = slack.slash(ada, room, "/lesson", "")
                .payload()
                .get("response_url")
                .getAsString();

        for (int uses = 0; uses < 5; uses++) {
            assertThat(sdk.send(address, "{\"text\":\"x\"}").getCode()).isEqualTo(200);
        }
        assertThat(sdk.send(address, "{\"text\":\"x\"}").getBody()).contains("used_url");
        String late = slack.slash(ada, room, "/lesson", "")
                .payload()
                .get("response_url")
                .getAsString();
        slack.advance(Duration.ofMinutes(31));
        assertThat(sdk.send(late, "{\"text\":\"x\"}").getBody()).contains("expired_url");
        assertThat(slack.ephemerals(ada)).hasSize(5);
    }

    @Test
    void anOutageStrikesAsOftenAsItIsTold() throws Exception {
        slack.troubles().outage("chat.postMessage", "fatal_error", 2);

        assertThat(post(room.id(), "x")).isEqualTo("fatal_error");
        assertThat(post(room.id(), "x")).isEqualTo("fatal_error");
        assertThat(post(room.id(), "x")).isEmpty();
        assertThat(slack.journal("chat.postMessage"))
                .extracting(ApiCall::error)
                .containsExactly("fatal_error", "fatal_error", "");
    }

    /** OkHttp would silently send the post once more on a connection that it kept; told not to, it says what happened. */
    @Test
    void anAnswerCanGetLostAfterTheWorkIsDone() {
        SlackConfig config = slack.slackConfig();
        OkHttpClient once = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build();
        MethodsClient careful = Slack.getInstance(config, new SlackHttpClient(once))
                .methods(slack.workspace().botToken());
        slack.troubles().loseAnswer("chat.postMessage");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        careful.chatPostMessage(post -> post.channel(room.id()).text("x")));
        assertThat(slack.messages(room)).hasSize(1);
    }

    @Test
    void thePeopleOfAGroupAlwaysMeetInTheSamePlace() throws Exception {
        var first = bot.conversationsOpen(open -> open.users(List.of(ada.id(), bob.id())));
        var again = bot.conversationsOpen(open -> open.users(List.of(bob.id(), ada.id())));

        assertThat(again.getChannel().getId()).isEqualTo(first.getChannel().getId());
        assertThat(slack.conversationOf(ada, bob)).isPresent();
        assertThat(bot.usersInfo(who -> who.user(ada.id())).getUser().isOwner()).isTrue();
        assertThat(bot.conversationsInfo(info -> info.channel(room.id()))
                        .getChannel()
                        .getCreator())
                .isEqualTo(ada.id());
    }

    @Test
    void aFileIsUploadedAndShared() throws Exception {
        bot.filesUploadV2(upload -> upload.channel(room.id())
                .fileData(new byte[] {1, 2, 3})
                .filename("chart.png")
                .title("A chart"));

        assertThat(slack.messages(room))
                .singleElement()
                .satisfies(post -> assertThat(post.files()).containsExactly("A chart"));
    }

    @Test
    void anInstallationNeedsTheRightClientAndAFreshCode() throws Exception {
        String code = slack.installCode(slack.workspace());

        assertThat(error(() -> install(code, "wrong"))).isEqualTo("bad_client_secret");
        assertThat(sdk.methods()
                        .oauthV2Access(access -> access.code(code)
                                .clientId(RegisteredApp.CLIENT_ID)
                                .clientSecret(RegisteredApp.CLIENT_SECRET))
                        .getAccessToken())
                .isEqualTo(slack.workspace().botToken());
        assertThat(error(() -> install(code, RegisteredApp.CLIENT_SECRET))).isEqualTo("invalid_code");
    }

    private SlackApiTextResponse install(String code, String secret) throws Exception {
        return sdk.methods()
                .oauthV2Access(access ->
                        access.code(code).clientId(RegisteredApp.CLIENT_ID).clientSecret(secret));
    }
}
