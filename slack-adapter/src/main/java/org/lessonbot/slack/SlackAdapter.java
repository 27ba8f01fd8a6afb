package org.lessonbot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lesson in Slack. Made first, so that the engine has its {@link #platform()}; connected when the engine is there. Every
 * event is acknowledged at once and worked on elsewhere.
 */
public final class SlackAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackAdapter.class);
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final String BOT = "Slack, with the bot's token";
    /** Events handled at one time; all but forms take no time to acknowledge. */
    private static final int CONCURRENCY = 20;

    private static final int FAREWELL_S = 5;

    private final SlackSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final OkHttpClient http;
    private final Slack slack;
    private final WebApi api;
    private final Words words;
    private final SlackPainter painter;
    private final RateLimits limits;
    private final Errands errands;
    private final SlackDesks desks;
    private final SlackPlatform platform;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "slack-answers");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<App> app = Optional.empty();
    private Optional<SocketModeApp> socket = Optional.empty();
    private Optional<HttpDoor> door = Optional.empty();

    /** @param words by language */
    public SlackAdapter(SlackSettings settings, Function<String, Words> words) {
        this(settings, words, RateLimits.OF_SLACK);
    }

    SlackAdapter(SlackSettings settings, Function<String, Words> words, RateLimits limits) {
        this.settings = settings;
        this.limits = limits;
        this.errands = new Errands(limits);
        this.words = words.apply(settings.language());
        // A post that is sent again behind our back may stand there twice.
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5))
                .callTimeout(Duration.ofSeconds(15))
                .build();
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        this.slack = Slack.getInstance(config, new SlackHttpClient(http));
        this.api = new WebApi(slack, this::token);
        this.painter = new SlackPainter(this.words);
        this.desks = new SlackDesks(api, painter, errands, this.words, clock);
        this.platform = new SlackPlatform(api, painter, desks, errands, this.words, limits, clock);
    }

    private Optional<Secret> token(String team) {
        return settings.workspaces() instanceof SlackSettings.Many many
                ? many.installations().token(team)
                : Optional.of(((SlackSettings.One) settings.workspaces()).botToken());
    }

    /** The way out. Works before {@link #connect} and after. */
    public Platform platform() {
        return platform;
    }

    /**
     * Lets people in: hands what they do to the engine from now on.
     *
     * @throws PlatformException.Rejected if Slack refuses a token: the message says which, and what to do
     * @throws PlatformException.Transient if Slack is out of reach now
     */
    public void connect(Function<Interaction, CompletableFuture<Reply>> engine) throws PlatformException {
        warmUp();
        Answers answers = new Answers(api, painter, platform, desks, words);
        SlackPeople people = new SlackPeople(api, settings.teachers(), limits, clock);
        Conversation conversation = new Conversation(engine, people, desks, answers, words, clock, threads);
        App bolt = new App(appConfig());
        listen(bolt, new Reception(conversation), conversation);
        app = Optional.of(bolt);
        try {
            if (settings.http().isPresent()) {
                door = Optional.of(new HttpDoor(bolt.start(), settings.http().get(), CONCURRENCY));
            }
            if (settings.appToken().isPresent()) {
                socket = Optional.of(openSocket(bolt, settings.appToken().get()));
            }
        } catch (IOException failure) {
            throw new PlatformException.Rejected("Slack's events cannot be listened for: " + failure.getMessage());
        }
        log.info("connected to Slack");
    }

    /** The first calls take seconds while classes load; they are made before anybody waits for three of them. */
    private void warmUp() throws PlatformException {
        painter.paint(Message.text(words.say("slack.message")));
        if (settings.workspaces() instanceof SlackSettings.One) {
            api.call("", BOT, client -> client.authTest(test -> test));
        }
        if (settings.appToken().isPresent()) {
            checkAppToken(settings.appToken().get());
        }
    }

    private void checkAppToken(Secret token) throws PlatformException {
        String place = "Slack, with the app's token (xapp-…)";
        try {
            var answer = slack.methods(token.value()).authTest(test -> test);
            if (!answer.isOk()) {
                throw Faults.of(answer, place);
            }
        } catch (SlackApiException failure) {
            throw Faults.of(failure, place);
        } catch (IOException failure) {
            throw new PlatformException.Transient(place + ": Slack is out of reach: " + failure.getMessage());
        }
    }

    private AppConfig appConfig() {
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

    private void listen(App bolt, Reception reception, Conversation conversation) {
        if (settings.workspaces() instanceof SlackSettings.Many many) {
            bolt.asOAuthApp(true).service(many.installations()).enableTokenRevocationHandlers();
        }
        bolt.command(ANY, (request, context) -> {
            reception.command(request.getPayload());
            return context.ack();
        });
        bolt.blockAction(ANY, (request, context) -> {
            reception.press(request.getPayload());
            return context.ack();
        });
        bolt.viewSubmission(ANY, (request, context) -> {
            Map<String, String> faults = reception.submission(request.getPayload());
            return faults.isEmpty() ? context.ack() : context.ackWithErrors(faults);
        });
        bolt.event(AppHomeOpenedEvent.class, (event, context) -> {
            conversation.home(
                    event.getEventId(), event.getTeamId(), event.getEvent().getUser());
            return context.ack();
        });
    }

    private static SocketModeApp openSocket(App bolt, Secret token) throws PlatformException {
        try {
            SocketModeApp opened =
                    new SocketModeApp(token.value(), bolt, SocketModeClient.Backend.JavaWebSocket, CONCURRENCY);
            opened.startAsync();
            return opened;
        } catch (Exception failure) {
            log.debug("no socket", failure);
            throw new PlatformException.Rejected(
                    "Slack opened no socket: turn Socket Mode on in the app's settings, and"
                            + " give the app-level token the scope connections:write");
        }
    }

    /** Where Slack's requests are taken, if they come over HTTP. */
    public Optional<URI> address() {
        return door.map(HttpDoor::address);
    }

    /** Lets nobody in any more, finishes the answers under way, and goes. */
    @Override
    public void close() {
        socket.ifPresent(SlackAdapter::hangUp);
        socket = Optional.empty();
        door.ifPresent(HttpDoor::close);
        door = Optional.empty();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FAREWELL_S, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        errands.close();
        app.ifPresent(App::stop);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static void hangUp(SocketModeApp socket) {
        try {
            socket.close();
        } catch (Exception failure) {
            log.warn("the socket did not close cleanly: {}", failure.getMessage());
        }
    }
}
