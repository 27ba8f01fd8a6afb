package org.lessonbot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's line to Slack: a socket, a door for HTTP, or both. While Slack cannot be reached it is tried again and again. */
final class SlackConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackConnection.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** Events handled at one time; all but forms take no time to acknowledge. */
    private static final int CONCURRENCY = 20;

    private final SlackSettings settings;
    private final Slack slack;
    private final Clock clock;
    private final Executor threads;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private Optional<App> app = Optional.empty();
    private Optional<SocketModeApp> socket = Optional.empty();
    private Optional<HttpDoor> door = Optional.empty();
    private boolean closed;

    SlackConnection(SlackSettings settings, Slack slack, Clock clock, Executor threads) {
        this.settings = settings;
        this.slack = slack;
        this.clock = clock;
        this.threads = threads;
    }

    /** What has to go well before anybody is let in. */
    @FunctionalInterface
    interface Preparation {
        void run() throws PlatformException;
    }

    /**
     * Begins to connect, and returns at once.
     *
     * @param first done before the line is opened
     * @param ears what the app listens for
     * @return completes when people can act; fails when Slack refuses, which is also logged
     */
    CompletableFuture<Void> open(Preparation first, Consumer<App> ears) {
        threads.execute(() -> attempt(first, ears, Duration.ofSeconds(1)));
        return ready;
    }

    private void attempt(Preparation first, Consumer<App> ears, Duration wait) {
        try {
            first.run();
            if (connect(ears)) {
                log.info("connected to Slack");
                ready.complete(null);
            }
        } catch (PlatformException.Rejected refused) {
            hangUp();
            log.error("{}. Until it is mended and the bot started again, there are no lessons in Slack", said(refused));
            ready.completeExceptionally(refused);
        } catch (PlatformException | RuntimeException away) {
            hangUp();
            log.warn("Slack cannot be reached, the next try is in {} s: {}", wait.toSeconds(), said(away));
            Duration longer = wait.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> attempt(first, ears, next));
        }
    }

    private static String said(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private synchronized boolean connect(Consumer<App> ears) throws PlatformException {
        if (closed) {
            return false;
        }
        App bolt = new App(config());
        app = Optional.of(bolt);
        ears.accept(bolt);
        if (settings.http().isPresent()) {
            door = Optional.of(openDoor(bolt.start(), settings.http().get()));
        }
        if (settings.appToken().isPresent()) {
            socket = Optional.of(openSocket(bolt, settings.appToken().get()));
        }
        return true;
    }

    private AppConfig config() {
        // What is not set here would be taken from Bolt's own environment variables.
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret(settings.http()
                        .map(http -> http.signingSecret().value())
                        .orElse(null))
                .clientId(null)
                .clientSecret(null)
                .scope(null)
                .userScope(null)
                .authTestCacheEnabled(true)
                .build();
        if (settings.workspaces() instanceof SlackSettings.One one) {
            config.setSingleTeamBotToken(one.botToken().value());
        } else if (settings.workspaces() instanceof SlackSettings.Many many) {
            config.setClientId(many.clientId());
            config.setClientSecret(many.clientSecret().value());
            config.setScope(SlackManifest.SCOPES);
            config.setOauthInstallPath(HttpDoor.INSTALL);
            config.setOauthRedirectUriPath(HttpDoor.REDIRECT);
        }
        return config;
    }

    private HttpDoor openDoor(App bolt, SlackSettings.Http where) throws PlatformException {
        try {
            return new HttpDoor(bolt, where, clock, CONCURRENCY);
        } catch (BindException taken) {
            throw new PlatformException.Rejected("Slack's requests cannot be taken: port " + where.port() + " on "
                    + where.host() + " is in use. Set slack.port to another, and tell your proxy");
        } catch (IOException failure) {
            throw new PlatformException.Rejected("Slack's requests cannot be taken: " + failure.getMessage());
        }
    }

    private static SocketModeApp openSocket(App bolt, Secret token) throws PlatformException {
        try {
            SocketModeApp opened =
                    new SocketModeApp(token.value(), bolt, SocketModeClient.Backend.JavaWebSocket, CONCURRENCY);
            opened.startAsync();
            return opened;
        } catch (Exception failure) {
            log.debug("no socket", failure);
            // Bolt tells only in words whether Slack said no or did not answer.
            throw String.valueOf(failure.getMessage()).contains("(error:")
                    ? new PlatformException.Rejected(
                            "Slack opened no socket: turn Socket Mode on in the app's settings,"
                                    + " and give the app-level token the scope connections:write")
                    : new PlatformException.Transient("Slack opened no socket: " + failure.getMessage());
        }
    }

    /** Where Slack's requests are taken, if they come over HTTP. */
    synchronized Optional<URI> address() {
        return door.map(HttpDoor::address);
    }

    /** Lets nobody in any more. */
    @Override
    public synchronized void close() {
        closed = true;
        hangUp();
    }

    private synchronized void hangUp() {
        socket.ifPresent(SlackConnection::hangUp);
        socket = Optional.empty();
        door.ifPresent(HttpDoor::close);
        door = Optional.empty();
        app.ifPresent(App::stop);
        app = Optional.empty();
    }

    private static void hangUp(SocketModeApp socket) {
        try {
            socket.close();
        } catch (Exception failure) {
            log.warn("the socket did not close cleanly: {}", failure.getMessage());
        }
    }
}
