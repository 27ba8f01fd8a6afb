package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;
import org.lessonbot.slack.fake.Workspace;
import org.lessonbot.slack.tables.Installations;
import org.lessonbot.slack.tables.TokenCipher;
import org.lessonbot.store.Migrated;

/** Slack calls the bot, and workspaces install it themselves. */
class SlackOverHttpTest {
    private final HttpClient browser = HttpClient.newHttpClient();
    private FakeSlack slack;
    private User ada;
    private Channel room;

    @BeforeEach
    void open() throws InterruptedException {
        slack = FakeSlack.start();
        ada = slack.user("ada");
        room = slack.channel("class", slack.user("principal"), ada);
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
    }

    private ListeningBot single() {
        ListeningBot bot = new ListeningBot(
                        slack,
                        ListeningBot.overHttp(
                                slack,
                                new SlackSettings.One(
                                        new Secret(slack.workspace().botToken()))))
                .letIn();
        slack.deliverTo(address(bot));
        return bot;
    }

    private static URI address(ListeningBot bot) {
        return bot.adapter().address().orElseThrow();
    }

    @Test
    void whatSlackSignedIsAnswered() {
        try (ListeningBot bot = single()) {
            assertThat(slack.slash(ada, room, "/lesson", "me").awaitShown().shown())
                    .contains("heard");
            assertThat(bot.heard()).hasSize(1);
        }
    }

    @Test
    void whatSomebodyElseSignedIsNotEvenRead() {
        try (ListeningBot bot = single()) {
            slack.deliverTo(address(bot), "some other secret");

            assertThat(slack.slash(ada, room, "/lesson", "me").unanswered()).isEqualTo("HTTP status 401");
            assertThat(bot.heard()).isEmpty();
        }
    }

    @Test
    void whatIsNotSignedOrTooLongIsTurnedAway() throws Exception {
        try (ListeningBot bot = single()) {
            assertThat(post(address(bot), "text=start")).isEqualTo(401);
            assertThat(post(address(bot).resolve(HttpDoor.INSTALL), "text=start"))
                    .isEqualTo(401);
            assertThat(post(address(bot), "x".repeat((1 << 20) + 1))).isEqualTo(413);
            assertThat(bot.heard()).isEmpty();
        }
    }

    private int post(URI where, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(where)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void aWorkspaceInstallsTheAppHasALessonAndTakesItAwayAgain() throws Exception {
        try (Migrated migrated = Migrated.fresh()) {
            String key = Base64.getEncoder().encodeToString(new byte[32]);
            Installations installations = new Installations(migrated.database(), new TokenCipher(key));
            SlackSettings settings = ListeningBot.overHttp(
                    slack,
                    new SlackSettings.Many(
                            RegisteredApp.CLIENT_ID, new Secret(RegisteredApp.CLIENT_SECRET), installations));
            Workspace other = slack.workspace("other-school");
            User ben = slack.user(other, "ben");
            Channel there = slack.channel("class", ben);
            try (ListeningBot bot = new ListeningBot(slack, settings).letIn()) {
                slack.deliverTo(address(bot));
                assertThat(installations.token(other.id())).isEmpty();

                SlackInstall install = SlackInstall.begin(slack, bot, other);
                // Whoever did not begin on our page may have been lured here by somebody else.
                install.goBack("");
                assertThat(slack.journal("oauth.v2.access")).isEmpty();
                install.goBack(install.cookie());

                assertThat(installations.token(other.id())).contains(new Secret(other.botToken()));
                assertThat(slack.slash(ben, there, "/lesson", "me").awaitShown().shown())
                        .contains("heard");
                slack.troubles().revokeToken(other);
                slack.event(other, event("app_uninstalled")).acked();
                slack.await(
                        "the workspace to be forgotten",
                        () -> Optional.of(other)
                                .filter(gone -> installations.token(gone.id()).isEmpty()));
            }
        }
    }

    /** The events are brought again minutes later, and in an order that nobody promises. */
    @Test
    void whatWasTakenAwayAndInstalledAgainStaysThoughTheWordOfItComesLate() throws Exception {
        try (Migrated migrated = Migrated.fresh()) {
            String key = Base64.getEncoder().encodeToString(new byte[32]);
            Installations installations = new Installations(migrated.database(), new TokenCipher(key));
            SlackSettings settings = ListeningBot.overHttp(
                    slack,
                    new SlackSettings.Many(
                            RegisteredApp.CLIENT_ID, new Secret(RegisteredApp.CLIENT_SECRET), installations));
            Workspace other = slack.workspace("other-school");
            User ben = slack.user(other, "ben");
            Channel there = slack.channel("class", ben);
            try (ListeningBot bot = new ListeningBot(slack, settings).letIn()) {
                slack.deliverTo(address(bot));
                SlackInstall.of(slack, bot, other);
                slack.troubles().revokeToken(other);
                slack.event(other, event("tokens_revoked")).acked();
                slack.await(
                        "the token to be forgotten",
                        () -> Optional.of(other)
                                .filter(gone -> installations.token(gone.id()).isEmpty()));

                SlackInstall.of(slack, bot, other);
                int asked = slack.journal("auth.test").size();
                slack.event(other, event("app_uninstalled")).acked();
                slack.await(
                        "the bot to look",
                        () -> Optional.of(other)
                                .filter(any -> slack.journal("auth.test").size() > asked));

                assertThat(slack.slash(ben, there, "/lesson", "me").awaitShown().shown())
                        .contains("heard");
                assertThat(installations.token(other.id())).contains(new Secret(other.botToken()));
            }
        }
    }

    private static com.google.gson.JsonObject event(String type) {
        com.google.gson.JsonObject event = new com.google.gson.JsonObject();
        event.addProperty("type", type);
        return event;
    }
}
