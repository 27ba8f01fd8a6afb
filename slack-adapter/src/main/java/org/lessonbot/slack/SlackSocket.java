package org.lessonbot.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket to Slack. What people do is acknowledged in the thread that hears it; what is about the connection is left to a
 * thread of the SDK's. Its own queue, which is looked into a hundred times a second, stays empty, and nobody looks. While
 * Slack is away it connects again and again.
 */
final class SlackSocket extends SocketModeClientJavaWSImpl {
    private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);
    /** How Slack refuses an eleventh connection of one app. */
    private static final String TOO_MANY = "too_many_websockets";

    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration MUCH_LATER = Duration.ofSeconds(30);
    private static final int FAREWELL_S = 2;

    private final Intake intake;
    private final SocketModeRequestParser requests;
    private final Runnable back;
    private volatile boolean closed;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicInteger closings = new AtomicInteger();
    /** Until then Slack wants to be left alone; in milliseconds since 1970, as the SDK counts. */
    private volatile long notBefore;

    /**
     * A socket that is not connected yet.
     *
     * @param url where Slack wants this connection, as {@code apps.connections.open} said
     * @param back run each time that it is open, for the first time or again
     */
    SlackSocket(Slack slack, Secret appToken, String url, AppConfig config, Intake intake, Runnable back)
            throws URISyntaxException {
        super(
                slack,
                appToken.value(),
                url,
                1,
                new ConcurrentLinkedMessageQueue(),
                true,
                true,
                DEFAULT_SESSION_MONITOR_INTERVAL_MILLISECONDS);
        this.intake = intake;
        this.back = back;
        this.requests = new SocketModeRequestParser(config);
        addWebSocketCloseListener((code, reason) -> {
            closings.incrementAndGet();
            open.set(false);
        });
    }

    @Override
    public void enqueueMessage(String message) {
        lives();
        try {
            Envelope envelope = Envelope.read(message);
            if (envelope.brings()) {
                intake.take(
                        envelope.isForm(),
                        () -> requests.parse(message).getBoltRequest(),
                        answer -> acknowledge(envelope.id(), answer));
            } else if (envelope.reason().equals(TOO_MANY)) {
                // Whoever connects again at once is refused again at once.
                leaveAlone(MUCH_LATER);
                log.error(
                        "Slack allows ten connections of one app, and there are ten. Stop a copy of the bot, or what else"
                                + " uses this app's token (xapp-…); the next try is in {} s",
                        MUCH_LATER.toSeconds());
            } else {
                getMessageProcessorExecutor().execute(() -> process(message));
            }
        } catch (RejectedExecutionException late) {
            log.debug("what came over the socket while it was closed is left: {}", late.getMessage());
        } catch (IOException | RuntimeException unreadable) {
            log.warn("what came over the socket is none of Slack's messages: {}", unreadable.getMessage());
        }
    }

    /** Whether something came over it since it was last closed: Slack's greeting at least, or the answer to a ping. */
    boolean isOpen() {
        return open.get();
    }

    private void lives() {
        if (open.compareAndSet(false, true)) {
            back.run();
        }
    }

    /** That one is closed may be heard when another has taken its place and has greeted, and then nothing may come for hours. */
    @Override
    public boolean verifyConnection() {
        int before = closings.get();
        boolean answers = super.verifyConnection();
        // What was closed since may be what answered.
        if (answers && closings.get() == before) {
            lives();
        }
        return answers;
    }

    private void process(String message) {
        try {
            processMessage(message);
        } catch (IOException | RuntimeException unreadable) {
            log.warn("what Slack said of its connection could not be followed: {}", unreadable.getMessage());
        }
    }

    @Override
    public void initializeMessageProcessorExecutor(int concurrency) {
        setMessageProcessorExecutor(getSlack()
                .getConfig()
                .getExecutorServiceProvider()
                .createThreadScheduledExecutor(getExecutorGroupNamePrefix() + "-message-processor"));
    }

    private void acknowledge(String envelope, Response answer) {
        JsonObject said = new JsonObject();
        said.addProperty("envelope_id", envelope);
        if (answer.getBody() != null) {
            said.add("payload", JsonParser.parseString(answer.getBody()));
        }
        try {
            sendWebSocketMessage(said.toString());
        } catch (WebsocketNotConnectedException gone) {
            log.info("an acknowledgement found its socket closed");
        }
    }

    private boolean isLeftAlone() {
        return System.currentTimeMillis() < notBefore;
    }

    private void leaveAlone(Duration wait) {
        notBefore = System.currentTimeMillis() + wait.toMillis();
    }

    /** Slack counts how often sockets are opened, and says how long it wants to be left alone; the SDK does not heed that. */
    @Override
    public void connectToNewEndpoint() throws IOException {
        if (isLeftAlone()) {
            return;
        }
        try {
            super.connectToNewEndpoint();
        } catch (IOException refused) {
            if (refused.getCause() instanceof SlackApiException failure
                    && Faults.of(failure, SlackConnection.SOCKETS) instanceof PlatformException.RateLimited limited) {
                leaveAlone(limited.after());
                log.warn(
                        "{}, the next try is in {} s",
                        limited.getMessage(),
                        limited.after().toSeconds());
            } else {
                throw refused;
            }
        }
    }

    /** @return when to look again, in milliseconds since 1970 */
    @Override
    public long maintainCurrentSession() {
        try {
            if (closed) {
                return Long.MAX_VALUE;
            }
            return isLeftAlone() ? notBefore : Math.max(super.maintainCurrentSession(), notBefore);
        } catch (RuntimeException unreadable) {
            // The SDK would never look again.
            log.warn("Slack opened no socket, the next try is in {} s: {}", LATER.toSeconds(), unreadable.getMessage());
            return System.currentTimeMillis() + LATER.toMillis();
        }
    }

    /** Ends the connection, and the one that may be about to take its place. */
    @Override
    public void close() {
        closed = true;
        setAutoReconnectEnabled(false);
        getMessageProcessorExecutor().shutdownNow();
        getSessionMonitorExecutor().ifPresent(monitor -> Workers.finish(monitor, FAREWELL_S));
        disconnect();
    }
}
