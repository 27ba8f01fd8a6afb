package org.lessonbot.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real Bolt, in Socket Mode, finds here what it finds on the real Slack. */
class FakeSlackTest {
    private FakeSlack slack;
    private ToyApp toy;
    private SocketModeApp socket;
    private User ada;
    private Channel room;

    @BeforeEach
    void connect() throws Exception {
        slack = FakeSlack.start();
        ada = slack.user("ada");
        room = slack.channel("room", slack.user("teacher").admin(), ada);
        toy = new ToyApp(slack);
        socket = new SocketModeApp(RegisteredApp.APP_TOKEN, toy.app, SocketModeClient.Backend.JavaWebSocket, 10);
        socket.startAsync();
        slack.awaitSockets(1);
    }

    @AfterEach
    void disconnect() throws Exception {
        ToyApp.close(socket);
        slack.close();
    }

    private Post poll() {
        slack.slash(ada, room, "/lesson", "start").acked();
        return slack.awaitMessage(room, post -> post.actionIds().contains("vote"));
    }

    @Test
    void aCommandIsAnsweredPrivatelyAndPostsBlocks() {
        Exchange start = slack.slash(ada, room, "/lesson", "start");

        assertThat(start.awaitShown().text()).isEqualTo("Started");
        assertThat(slack.messages(room)).singleElement().satisfies(post -> {
            assertThat(post.shown()).contains("0 votes", "Vote for A");
            assertThat(post.actionIds()).containsExactly("vote", "ask", "stall");
        });
    }

    @Test
    void aPressIsAnsweredToThatPersonAlone() {
        Exchange press = slack.press(ada, poll(), "vote").acked();

        assertThat(slack.ephemerals(ada)).extracting(Post::text).contains("You voted A", "and thanks");
        assertThat(press.responses()).hasSize(1);
        assertThat(slack.messages(room)).hasSize(1);
    }

    @Test
    void aPressOfWhatIsNotThereIsAnErrorOfTheTest() {
        Post poll = poll();

        assertThatThrownBy(() -> slack.press(ada, poll, "reveal")).hasMessageContaining("no reveal");
        slack.troubles().delete(poll);
        assertThatThrownBy(() -> slack.press(ada, poll, "vote")).hasMessageContaining("deleted");
    }

    @Test
    void aModalShowsErrorsBesideItsFieldsAndClosesWhenItIsRight() {
        slack.press(ada, poll(), "ask").acked();
        View form = slack.awaitView(ada);

        assertThat(slack.submit(ada, form, Map.of("q/text", "Why")).errors())
                .containsEntry("q", "A question ends with a question mark");
        assertThat(slack.view(ada)).isPresent();
        assertThat(slack.submit(ada, form, Map.of("q/text", "Why?")).errors()).isEmpty();
        assertThat(slack.view(ada)).isEmpty();
        assertThatThrownBy(() -> slack.submit(ada, form, Map.of("q/text", "Why?")))
                .hasMessageContaining("closed");
    }

    @Test
    void aTriggerWorksOnceAndForThreeSeconds() throws Exception {
        Post poll = poll();
        Exchange pressed = slack.press(ada, poll, "ask").acked();
        String used = pressed.payload().get("trigger_id").getAsString();
        String fresh = slack.press(ada, poll, "vote")
                .acked()
                .payload()
                .get("trigger_id")
                .getAsString();

        assertThat(open(used)).isEqualTo("exchanged_trigger_id");
        slack.advance(Duration.ofSeconds(4));
        assertThat(open(fresh)).isEqualTo("expired_trigger_id");
        assertThat(open("1.2.3")).isEqualTo("invalid_trigger_id");
    }

    private String open(String trigger) throws Exception {
        return toy.client
                .viewsOpen(open -> open.triggerId(trigger).view(ToyApp.form()))
                .getError();
    }

    @Test
    void anEditShowsInThePlaceOfTheMessage() throws Exception {
        Post poll = poll();

        var answer = toy.client.chatUpdate(
                edit -> edit.channel(room.id()).ts(poll.ts()).text("A poll").blocks(ToyApp.poll("7 votes")));

        assertThat(answer.isOk()).isTrue();
        assertThat(poll.shown()).contains("7 votes").doesNotContain("0 votes");
        assertThat(poll.edits()).isEqualTo(1);
    }

    @Test
    void tooManyPostsMustWait() throws Exception {
        for (int posts = 0; posts < 5; posts++) {
            toy.client.chatPostMessage(post -> post.channel(room.id()).text("again"));
        }

        assertThatExceptionOfType(SlackApiException.class)
                .isThrownBy(() -> toy.client.chatPostMessage(
                        post -> post.channel(room.id()).text("again")))
                .satisfies(limited -> {
                    assertThat(limited.getResponse().code()).isEqualTo(429);
                    assertThat(limited.getResponse().header("Retry-After")).isNotNull();
                });
        slack.advance(Duration.ofSeconds(5));
        assertThat(toy.client
                        .chatPostMessage(post -> post.channel(room.id()).text("later"))
                        .isOk())
                .isTrue();
    }

    @Test
    void whatWasDeliveredCanBeDeliveredAgain() {
        Exchange first = slack.press(ada, poll(), "vote").acked();

        Exchange second = slack.redeliver(first).acked();

        assertThat(second.attempt()).isEqualTo(1);
        assertThat(second.payload()).isEqualTo(first.payload());
        assertThat(slack.ephemerals(ada))
                .filteredOn(post -> post.text().equals("You voted A"))
                .hasSize(2);
    }

    @Test
    void aPressThatIsAcknowledgedTooLateIsTold() {
        Exchange stalled = slack.press(ada, poll(), "stall");

        slack.advance(Duration.ofSeconds(4));
        assertThat(stalled.unanswered()).contains("no acknowledgement within");
        toy.released.complete(null);
    }

    @Test
    void anEventThatNobodyAcknowledgedComesAgain() {
        // Held, or Bolt might be back before the home is opened.
        slack.troubles().hold();
        slack.troubles().dropSocket();
        Exchange opened = slack.openHome(ada);
        assertThat(opened.unanswered()).contains("no socket");

        slack.troubles().release();
        slack.awaitSockets(1);
        slack.advance(Duration.ofMinutes(6));
        opened.acked();

        assertThat(opened.attempt()).isPositive();
        assertThat(toy.homesOpened).hasValue(1);
    }

    @Test
    void whatWasBroughtOnASocketThatIsClosedThenIsNotWaitedFor() {
        Exchange stalled = slack.press(ada, poll(), "stall");
        slack.troubles().dropSocket();

        assertThat(stalled.unanswered()).contains("its socket was closed");
        toy.released.complete(null);
    }

    @Test
    void aDroppedSocketAndADismissedOneComeBack() {
        slack.troubles().dropSocket();
        slack.awaitSockets(1);
        slack.troubles().disconnect("refresh_requested");
        slack.awaitSockets(1);

        slack.slash(ada, room, "/lesson", "start").acked();
    }

    @Test
    void aClickThatWasOnItsWayWhenTheMessageChangedStillArrives() throws Exception {
        Post poll = poll();
        Post seen = poll.asSeenNow();
        toy.client.chatUpdate(
                edit -> edit.channel(room.id()).ts(poll.ts()).text("Closed").blocks(List.of()));

        assertThatThrownBy(() -> slack.press(ada, poll, "vote")).hasMessageContaining("no vote");
        slack.press(ada, seen, "vote").acked();
    }

    @Test
    void eachEventGoesToOneOfSeveralSockets() throws Exception {
        SocketModeApp second = new SocketModeApp(
                RegisteredApp.APP_TOKEN, new ToyApp(slack).app, SocketModeClient.Backend.JavaWebSocket, 10);
        second.startAsync();
        slack.awaitSockets(2);

        slack.slash(ada, room, "/lesson", "once").acked();
        slack.slash(ada, room, "/lesson", "twice").acked();
        ToyApp.close(second);

        assertThat(slack.messages(room)).hasSize(2);
    }

    @Test
    void readingTheHistoryFailsTheTest() throws Exception {
        var answer = toy.client.conversationsHistory(history -> history.channel(room.id()));

        assertThat(answer.isOk()).isFalse();
        assertThat(slack.violations()).singleElement().asString().contains("conversations.history");
    }
}
