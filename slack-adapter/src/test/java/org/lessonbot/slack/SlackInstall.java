package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.Workspace;

/**
 * An admin's browser, which allows the app in a workspace: it goes to our page, to Slack, and back with what Slack gave.
 *
 * @param code what Slack gave
 * @param cookie what our page gave
 * @param back where Slack sends it to
 */
record SlackInstall(String code, String cookie, URI back) {
    private static final Pattern STATE = Pattern.compile("\\bstate=([^&\"]+)");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    /** Allows the app. */
    static SlackInstall of(FakeSlack slack, ListeningBot bot, Workspace workspace)
            throws IOException, InterruptedException {
        SlackInstall install = begin(slack, bot, workspace);
        assertThat(install.goBack(install.cookie).body()).doesNotContain(workspace.botToken());
        return install;
    }

    /** Allows the app at Slack, and does not come back yet. */
    static SlackInstall begin(FakeSlack slack, ListeningBot bot, Workspace workspace)
            throws IOException, InterruptedException {
        URI door = bot.adapter().address().orElseThrow();
        HttpResponse<String> page = get(door.resolve(HttpDoor.INSTALL), "");
        assertThat(page.body() + page.headers().map())
                .contains("client_id=" + RegisteredApp.CLIENT_ID)
                .doesNotContain(RegisteredApp.CLIENT_SECRET, "history");
        Matcher state = STATE.matcher(
                page.body() + page.headers().firstValue("Location").orElse(""));
        assertThat(state.find()).isTrue();
        String code = slack.installCode(workspace);
        String query = "?code=" + code + "&state=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new SlackInstall(code, cookie, door.resolve(HttpDoor.REDIRECT + query));
    }

    /** Comes back from Slack, with this cookie. */
    HttpResponse<String> goBack(String with) throws IOException, InterruptedException {
        return get(back, with);
    }

    private static HttpResponse<String> get(URI where, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(where);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
