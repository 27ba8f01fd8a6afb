package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.engine.Platform.Reached;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.Fired;
import org.lessonbot.slack.fake.Post;

/** How members of a club are reminded in Slack. */
class SlackReminderTest extends SlackClass {
    private static final Message REMINDER = Message.text("The club waits for you");

    @Test
    void aReminderIsWrittenPrivatelyAndNothingStandsInTheChannel() throws PlatformException {
        assertThat(bot.platform().remind(room, ada.id(), REMINDER)).isEqualTo(Reached.SENT);
        assertThat(bot.platform().remind(room, ada.id(), REMINDER)).isEqualTo(Reached.SENT);

        Channel direct = slack.conversationOf(ada).orElseThrow();
        assertThat(slack.messages(direct))
                .hasSize(2)
                .allSatisfy(said -> assertThat(said.shown()).contains("The club waits for you"));
        assertThat(slack.messages(channel)).isEmpty();
    }

    @Test
    void withoutTheScopeOrAPageForMessagesItIsRefused() throws PlatformException {
        slack.troubles().takeAwayMessagesTab();
        assertThat(bot.platform().remind(room, ada.id(), REMINDER)).isEqualTo(Reached.REFUSED);

        slack.troubles().withdrawScope("im:write");
        assertThat(bot.platform().remind(room, ben.id(), REMINDER)).isEqualTo(Reached.REFUSED);
    }

    @Test
    void whatSlackPutsOffWasNotSentAndIsLater() {
        for (String method : List.of("chat.postMessage", "conversations.open")) {
            slack.troubles().rateLimitNext(method, Duration.ofSeconds(30));

            assertThatThrownBy(() -> bot.platform().remind(room, ada.id(), REMINDER))
                    .isInstanceOf(PlatformException.RateLimited.class);
        }
        assertThat(slack.conversationOf(ada).map(slack::messages).orElse(List.of()))
                .isEmpty();
    }

    @Test
    void onePostCallsWhoAskedForItAndNobodyElse() throws PlatformException {
        Message post = Message.text("Not you: <@" + ben.id() + "> <!channel>");

        assertThat(bot.platform().mention(room, "1/remind/1", List.of(ada.id()), post))
                .isTrue();

        Post said = slack.awaitMessage(channel, any -> true);
        assertThat(said.fired()).singleElement().satisfies(fired -> {
            assertThat(fired.kind()).isEqualTo(Fired.Kind.MENTION);
            assertThat(fired.what()).contains(ada.id());
        });
    }
}
