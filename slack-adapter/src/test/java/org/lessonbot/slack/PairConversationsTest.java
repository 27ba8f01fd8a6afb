package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.User;

/** The group messages in which pairs talk. */
class PairConversationsTest extends SlackClass {
    @Test
    void aPairHasAConversationOfItsOwnAndTheTrioThatItBecomesToo() throws PlatformException {
        bot.platform().gather(room, "Pair 1 · lesson 7", List.of(ada.id(), ben.id()));
        bot.platform().gather(room, "Pair 1 · lesson 7", List.of(ada.id(), ben.id()));
        Channel pair = slack.await("their place", () -> slack.conversationOf(ada, ben));
        assertThat(slack.awaitMessage(pair, said -> true).shown()).contains("Pair 1");

        User cem = slack.user("cem");
        bot.platform().gather(room, "Pair 1 · lesson 7", List.of(ada.id(), ben.id(), cem.id()));

        slack.awaitMessage(slack.await("the trio's", () -> slack.conversationOf(ada, ben, cem)), said -> true);
        assertThat(slack.messages(pair)).hasSize(1);
    }

    @Test
    void aPairIsGreetedOnceThoughSlackLimitsTheRateJustThen() throws PlatformException {
        slack.troubles().rateLimitNext("conversations.open", Duration.ofSeconds(1));
        slack.troubles().rateLimitNext("chat.postMessage", Duration.ofSeconds(1));

        bot.platform().gather(room, "Pair 1 · lesson 7", List.of(ada.id(), ben.id()));

        Channel pair = slack.await("their place", () -> slack.conversationOf(ada, ben));
        slack.awaitMessage(pair, said -> said.shown().contains("Pair 1"));
        bot.platform().gather(room, "Pair 1 · lesson 8", List.of(ada.id(), ben.id()));
        slack.await(
                "it to be asked for again",
                () -> Optional.of(slack.journal("conversations.open")).filter(calls -> calls.size() == 3));
        assertThat(slack.messages(pair)).hasSize(1);
    }

    @Test
    void withoutTheScopeForGroupsThePairListStandsAlone() throws PlatformException {
        slack.troubles().withdrawScope("mpim:write");
        bot.platform().gather(room, "Pair 1", List.of(ada.id(), ben.id()));
        slack.await(
                "the refusal",
                () -> Optional.of(slack.journal("conversations.open")).filter(calls -> !calls.isEmpty()));

        bot.platform().post(room, "pairs", Message.text("1. ada · ben"));

        assertThat(slack.conversationOf(ada, ben)).isEmpty();
        assertThat(slack.messages(channel)).hasSize(1);
    }
}
