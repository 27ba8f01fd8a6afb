package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.slack.fake.ApiCall;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;

/** The line on which Slack brings what people do, when it breaks and when it ends. */
class SlackSocketTest {
    private static final String OPEN = "apps.connections.open";

    private FakeSlack slack;
    private SlackLine line;
    private SlackSocket socket;

    @BeforeEach
    void open() throws InterruptedException, PlatformException, URISyntaxException {
        slack = FakeSlack.start();
        line = new SlackLine(ListeningBot.overSocket(slack, slack.workspace().botToken(), RegisteredApp.APP_TOKEN));
        Secret token = new Secret(RegisteredApp.APP_TOKEN);
        String url = line.api()
                .call(token, "a socket", client -> client.appsConnectionsOpen(open -> open))
                .getUrl();
        AppConfig config = AppConfig.builder().slack(line.slack()).build();
        App nobody = new App(config, new ArrayList<>());
        Intake intake = new Intake(nobody, (form, faults) -> {}, Runnable::run, Time.REAL.threads("deadlines", 1));
        socket = new SlackSocket(line.slack(), token, url, config, intake, () -> {});
    }

    @AfterEach
    void close() throws InterruptedException {
        socket.close();
        line.close();
        slack.close();
    }

    private ScheduledExecutorService monitor() {
        return socket.getSessionMonitorExecutor().orElseThrow();
    }

    @Test
    void whatEndsLeavesNoConnectionBehindAndMakesNoMore() {
        socket.connect();
        slack.awaitSockets(1);

        socket.close();
        int opened = slack.journal(OPEN).size();

        slack.awaitSocketsLeft(0);
        assertThat(monitor().isShutdown()).isTrue();
        assertThat(socket.getMessageProcessorExecutor().isShutdown()).isTrue();
        assertThat(socket.maintainCurrentSession()).isEqualTo(Long.MAX_VALUE);
        assertThat(slack.journal(OPEN)).hasSize(opened);
    }

    /** As after the network fell, before anybody noticed. */
    @Test
    void whatEndsWhileItIsBrokenMakesNoMoreEither() {
        socket.connect();
        slack.awaitSockets(1);
        slack.troubles().dropSocket();

        socket.close();

        assertThat(monitor().isShutdown()).isTrue();
        assertThat(socket.maintainCurrentSession()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aProxysPageDoesNotEndTheTryingForGood() {
        socket.connect();
        slack.awaitSockets(1);
        slack.troubles().interpose(200, "<html>Please log in</html>");
        slack.troubles().dropSocket();
        slack.awaitSocketsLeft(0);

        long before = System.currentTimeMillis();
        assertThat(socket.maintainCurrentSession()).isGreaterThan(before);
        slack.troubles().pass();
        socket.maintainCurrentSession();

        slack.awaitSockets(1);
    }

    /** Slack refuses an eleventh connection: whoever asks again at once does so thousands of times. */
    @Test
    void oneConnectionTooManyIsNotTriedAgainAtOnce() {
        List<Runnable> left = new ArrayList<>();
        socket.getMessageProcessorExecutor().shutdownNow();
        socket.setMessageProcessorExecutor(new ScheduledThreadPoolExecutor(0) {
            @Override
            public void execute(Runnable work) {
                left.add(work);
            }
        });

        socket.enqueueMessage("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        assertThat(left).hasSize(1);
        long before = System.currentTimeMillis();
        socket.enqueueMessage("{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}");
        assertThat(left).hasSize(1);
        assertThat(socket.maintainCurrentSession()).isGreaterThanOrEqualTo(before + 30_000);
    }

    /** The SDK does not say which one has ended: the old one may do so after the new one has greeted. */
    @Test
    void theEndOfAConnectionThatAnotherOneHasReplacedIsNotTheEnd() {
        socket.connect();
        awaitOpen();

        socket.getWebSocketCloseListeners().forEach(listener -> listener.handle(1006, "the one before"));
        assertThat(socket.isOpen()).isFalse();
        socket.maintainCurrentSession();

        awaitOpen();
    }

    private void awaitOpen() {
        slack.await("the socket to be open", () -> Optional.of(socket).filter(SlackSocket::isOpen));
    }

    @Test
    void whoIsToldToWaitOpensNoSocketBeforeThatWhoeverAsks() throws IOException, InterruptedException {
        socket.connect();
        awaitOpen();
        onlyTheTestAsks();
        int opened = slack.journal(OPEN).size();
        long before = System.currentTimeMillis();
        slack.troubles().rateLimitNext(OPEN, Duration.ofHours(1));
        slack.troubles().dropSocket();
        slack.await("the socket to be closed", () -> Optional.of(socket).filter(one -> !one.isOpen()));

        assertThat(socket.maintainCurrentSession()).isGreaterThanOrEqualTo(before + 3_600_000);
        assertThat(socket.maintainCurrentSession()).isGreaterThanOrEqualTo(before + 3_600_000);
        // As when Slack dismisses a connection.
        socket.connectToNewEndpoint();
        assertThat(slack.journal(OPEN).stream().skip(opened))
                .extracting(ApiCall::status)
                .containsExactly(429);
    }

    /** The SDK looks after its connection in threads of its own, which may ask in the same instant. */
    private void onlyTheTestAsks() throws InterruptedException {
        socket.setAutoReconnectOnCloseEnabled(false);
        monitor().shutdown();
        assertThat(monitor().awaitTermination(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void whatIsNoMessageOfSlacksHarmsNothing() {
        socket.enqueueMessage("hello");
        socket.enqueueMessage("[]");
        socket.enqueueMessage("{\"type\":\"interactive\"}");

        socket.connect();
        slack.awaitSockets(1);
    }
}
