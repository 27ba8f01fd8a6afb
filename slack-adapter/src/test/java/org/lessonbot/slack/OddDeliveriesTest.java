package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.slack.api.app_backend.SlackSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.tables.Installations;
import org.lessonbot.slack.tables.TokenCipher;
import org.lessonbot.store.Migrated;
import org.lessonbot.suite.Odd;

/** Whatever comes to the door for Slack, signed or not, is answered, and by no failure that nobody expected. */
class OddDeliveriesTest {
    private static final List<String> PAYLOADS = List.of(
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"},"
                    + "\"channel\":{\"id\":\"C1\"},\"trigger_id\":\"1.2\",\"response_url\":\"https://hooks.example/1\","
                    + "\"actions\":[{\"action_id\":\"1/match/1/guess/base\",\"block_id\":\"b\",\"type\":\"button\",\"action_ts\":\"1.2\"}]}",
            "{\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V1\","
                    + "\"type\":\"modal\",\"callback_id\":\"1//0/seed/\",\"private_metadata\":\"C1\",\"state\":{\"values\":{}}}}",
            "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"app_home_opened\",\"user\":\"U1\",\"tab\":\"home\"}}",
            "{\"type\":\"url_verification\",\"challenge\":\"abc\"}");

    @Test
    void signedOrNotItIsAnswered() throws Exception {
        try (FakeSlack slack = FakeSlack.start();
                Migrated migrated = Migrated.fresh()) {
            String key = Base64.getEncoder().encodeToString(new byte[32]);
            SlackSettings settings = ListeningBot.overHttp(
                    slack,
                    new SlackSettings.Many(
                            RegisteredApp.CLIENT_ID,
                            new Secret(RegisteredApp.CLIENT_SECRET),
                            new Installations(migrated.database(), new TokenCipher(key))));
            try (ListeningBot bot = new ListeningBot(slack, settings).letIn()) {
                URI door = bot.adapter().address().orElseThrow();
                Odd.times(80, odd -> {
                    String request = odd.once(2) ? signed(odd) : browsers(odd);

                    assertThat(status(door, request)).as(request).isBetween(200, 499);
                });
            }
        }
    }

    private static String signed(Odd odd) {
        String body = odd.of(PAYLOADS);
        if (!odd.once(3)) {
            body = odd.changed(body);
        }
        if (odd.once(2)) {
            body = (odd.once(4) ? "paylod=" : "payload=") + URLEncoder.encode(body, StandardCharsets.UTF_8);
        } else if (odd.once(3)) {
            body = odd.changed("command=%2Flesson&text=start&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2");
        }
        // As the letters come over the wire, where there is no half of one.
        body = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String now = String.valueOf(Instant.now().getEpochSecond());
        String signature = new SlackSignature.Generator(RegisteredApp.SIGNING_SECRET).generate(now, body);
        return "POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "X-Slack-Request-Timestamp: " + now + "\r\nX-Slack-Signature: " + signature
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\nConnection: close\r\n\r\n"
                + body;
    }

    private static String browsers(Odd odd) {
        String path = odd.changed(odd.of(List.of(
                "/slack/install",
                "/slack/install?a=%20b",
                "/slack/oauth_redirect?code=1&state=2",
                "/slack/oauth_redirect?error=access_denied&state=%32")));
        return "GET " + path.replaceAll("[\\r\\n]", "") + " HTTP/1.1\r\nHost: a\r\nCookie: "
                + odd.changed("slack-app-oauth-state=1").replaceAll("[\\r\\n]", "") + "\r\nConnection: close\r\n\r\n";
    }

    private static int status(URI door, String request) throws IOException {
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                line.write(c);
            }
            String answer = line.toString(StandardCharsets.ISO_8859_1);
            return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : fail(request);
        }
    }
}
