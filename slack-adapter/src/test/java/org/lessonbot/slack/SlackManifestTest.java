package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
    @Test
    void overSocketsNothingIsExposedAndNoHistoryIsAskedFor() {
        assertThat(SlackManifest.overSockets())
                .contains(
                        "socket_mode_enabled: true",
                        "home_tab_enabled: true",
                        "messages_tab_enabled: true",
                        "      - commands\n",
                        "should_escape: true")
                .doesNotContain("history", "url", "%s");
    }

    @Test
    void overHttpSlackIsToldWhereToGo() {
        assertThat(SlackManifest.overHttp(URI.create("https://lesson.example"), true))
                .contains(
                        "socket_mode_enabled: false",
                        "    request_url: https://lesson.example/slack/events\n",
                        "      url: https://lesson.example/slack/events\n",
                        "  redirect_urls: [https://lesson.example/slack/oauth_redirect]\n",
                        "      - app_uninstalled\n");
    }
}
