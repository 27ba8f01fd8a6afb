package org.lessonbot.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone in its JVM for the while: what it makes the SDK log would fail the tests beside it. */
@Isolated
class SdkLogTest {
    @Test
    void whatTheSdkCannotReadIsNotPassedOver() throws Exception {
        try (FakeSlack slack = FakeSlack.start()) {
            SocketModeApp socket = new SocketModeApp(
                    RegisteredApp.APP_TOKEN, new ToyApp(slack).app, SocketModeClient.Backend.JavaWebSocket, 10);
            socket.startAsync();
            slack.awaitSockets(1);
            JsonObject unreadable = Json.object("type", "app_home_opened", "view", "no view");

            slack.event(slack.workspace(), unreadable);

            List<String> violations = slack.await(
                    "a violation", () -> Optional.of(slack.violations()).filter(found -> !found.isEmpty()));
            assertThat(violations).singleElement().asString().contains("JsonSyntaxException");
            ToyApp.close(socket);
        }
    }
}
