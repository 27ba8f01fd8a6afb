package org.lessonbot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's line to Slack: a socket, a door for HTTP, or both. While Slack cannot be reached it is tried again and again. */
final class SlackConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackConnection.class);
    static final String SOCKETS = "Slack's sockets, with the app's token (xapp-…)";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int FAREWELL_S = 5;
    /** Requests read at one time. */
    private static final int CONCURRENCY = 20;
    /** What Slack says when it is busy itself; every other refusal of a socket needs somebody who changes a setting. */
    private static final Set<String> BUSY =
            Set.of("ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private final SlackSettings settings;
    private final Slack slack;
    private final WebApi api;
    private final Clock clock;
    private final Runnable back;
    private final ScheduledExecutorService tries;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private Optional<App> app = Optional.empty();
    private Optional<SlackSocket> socket = Optional.empty();
    private Optional<HttpDoor> door = Optional.empty();
    private boolean closed;

    /**
     * A line that is not open yet.
     *
     * @param pace by which it is tried again
     * @param back run each time that a socket is open, for the first time or again
     */
    SlackConnection(SlackSettings settings, SlackLine line, Clock clock, Time pace, Runnable back) {
        this.settings = settings;
        this.slack = line.slack();
        this.api = line.api();
        this.clock = clock;
        this.back = back;
        this.tries = pace.threads("slack-connection", 1);
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
     * @param ears tells the app what to listen for, and answers where it takes things in
     * @return completes when people can act; fails when Slack refuses, which is also logged
     */
    CompletableFuture<Void> open(Preparation first, Function<App, Intake> ears) {
        tries.execute(() -> attempt(first, ears, Duration.ofSeconds(1)));
        return ready;
    }

    private void attempt(Preparation first, Function<App, Intake> ears, Duration wait) {
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
            Duration pause = away instanceof PlatformException.RateLimited limited
                            && limited.after().compareTo(wait) > 0
                    ? limited.after()
                    : wait;
            log.warn("Slack cannot be reached, the next try is in {} s: {}", pause.toSeconds(), said(away));
            Duration longer = wait.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
            var unused = tries.schedule(() -> attempt(first, ears, next), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static String said(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private synchronized boolean connect(Function<App, Intake> ears) throws PlatformException {
        if (closed) {
            return false;
        }
        // Bolt's middleware asks Slack about the token before it lets anything be acknowledged. The door has checked
        // the signature, and who acts is looked up by the team in what they did.
        App bolt = new App(config(), new ArrayList<>());
        app = Optional.of(bolt);
        Intake intake = ears.apply(bolt);
        bolt.start();
        if (settings.http().isPresent()) {
            door = Optional.of(openDoor(bolt, intake, settings.http().get()));
        }
        if (settings.appToken().isPresent()) {
            socket = Optional.of(openSocket(bolt, intake, settings.appToken().get()));
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

    private HttpDoor openDoor(App bolt, Intake intake, SlackSettings.Http where) throws PlatformException {
        try {
            return new HttpDoor(bolt, intake, where, clock, CONCURRENCY);
        } catch (BindException taken) {
            throw new PlatformException.Rejected("Slack's requests cannot be taken: port " + where.port() + " on "
                    + where.host() + " is in use. Set slack.port to another, and tell your proxy");
        } catch (IOException failure) {
            throw new PlatformException.Rejected("Slack's requests cannot be taken: " + failure.getMessage());
        }
    }

    private SlackSocket openSocket(App bolt, Intake intake, Secret token) throws PlatformException {
        AppsConnectionsOpenResponse opened =
                api.answer(token, SOCKETS, client -> client.appsConnectionsOpen(open -> open));
        if (opened.isOk() && opened.getUrl() == null) {
            throw Faults.unreadable(SOCKETS);
        }
        if (!opened.isOk()) {
            throw BUSY.contains(String.valueOf(opened.getError()))
                    ? Faults.of(opened, SOCKETS)
                    : new PlatformException.Rejected("Slack opened no socket (" + opened.getError()
                            + "): turn Socket Mode on in the app's settings,"
                            + " and give the app-level token the scope connections:write");
        }
        try {
            SlackSocket line = new SlackSocket(slack, token, opened.getUrl(), bolt.config(), intake, back);
            line.connect();
            return line;
        } catch (URISyntaxException unreadable) {
            throw Faults.unreadable(SOCKETS);
        }
    }

    /** Where Slack's requests are taken, if they come over HTTP. */
    synchronized Optional<URI> address() {
        return door.map(HttpDoor::address);
    }

    /** How many ways Slack has to us now: a socket, or the door for its requests. */
    synchronized int connections() {
        return (int) (socket.filter(SlackSocket::isOpen).stream().count()
                + door.stream().count());
    }

    /** Lets nobody in any more. */
    @Override
    public void close() {
        leave();
        Workers.finish(tries, FAREWELL_S);
    }

    private synchronized void leave() {
        closed = true;
        hangUp();
    }

    private synchronized void hangUp() {
        socket.ifPresent(SlackSocket::close);
        socket = Optional.empty();
        door.ifPresent(HttpDoor::close);
        door = Optional.empty();
        app.ifPresent(App::stop);
        app = Optional.empty();
    }
}
