package org.lessonbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.adapter.FirstDrawings;
import org.lessonbot.slack.tables.SharedBudget;
import org.lessonbot.store.Database;

/**
 * The lesson in Slack. Made first, so that the engine has its {@link #platform()}; connected when the engine is there. Every
 * event is acknowledged at once and worked on elsewhere.
 */
public final class SlackAdapter implements AutoCloseable {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Origin NOWHERE = new Origin(SlackIds.room("", ""), "", "", Origin.Surface.CHANNEL);
    private static final int FAREWELL_S = 5;
    /** They read and pass on, and wait for nothing: more would only take the processors from those who acknowledge. */
    private static final int READERS = 2;

    private static final int LONGEST_QUEUE = 20_000;
    private static final int ASKERS = 8;
    /** They wait for Slack most of the time: a class's forms open within three seconds of its clicks. */
    private static final int ANSWERERS = 32;

    private final SlackSettings settings;
    private final Clock clock;
    private final SlackLine line;
    private final WebApi api;
    private final Words words;
    private final SlackPainter painter;
    private final Budget budget;
    private final Errands errands;
    private final Consoles consoles;
    private final Messenger messenger;
    private final SlackPlatform platform;
    private final ExecutorService readers = Workers.of("slack-intake", READERS, LONGEST_QUEUE);
    private final ExecutorService askers = Workers.of("slack-people", ASKERS, Integer.MAX_VALUE);
    private final ExecutorService answerers = Workers.of("slack-answers", ANSWERERS, Integer.MAX_VALUE);
    private final ScheduledExecutorService deadlines;
    private final SlackConnection connection;

    /**
     * An adapter that is not connected yet. Brings its own tables up to date.
     *
     * @param words by language
     * @param database where all instances count together how often they call Slack
     */
    public SlackAdapter(SlackSettings settings, Function<String, Words> words, Database database) {
        this(settings, words, Optional.of(new SharedBudget(database)), Time.REAL, Time.REAL);
    }

    /**
     * @param pace by which calls are kept apart
     * @param patience by which Slack waits for an acknowledgement
     */
    SlackAdapter(
            SlackSettings settings,
            Function<String, Words> words,
            Optional<SharedBudget> shared,
            Time pace,
            Time patience) {
        this(settings, words, shared, pace, patience, Clock.systemUTC());
    }

    /** @param clock by which things are forgotten, and clicks are too late */
    SlackAdapter(
            SlackSettings settings,
            Function<String, Words> words,
            Optional<SharedBudget> shared,
            Time pace,
            Time patience,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.deadlines = patience.threads("slack-deadlines", 1);
        this.budget = new Budget(RateLimits.OF_SLACK, shared, pace);
        this.errands = new Errands(budget, pace);
        this.words = words.apply(settings.language());
        this.line = new SlackLine(settings);
        this.api = line.api();
        this.painter = new SlackPainter(this.words);
        this.consoles = new Consoles(api, painter, errands, this.words, clock);
        this.messenger = new Messenger(api, painter, consoles, budget, this.words, clock);
        Places places = new Places(api, messenger, errands, budget, this.words, clock);
        this.platform = new SlackPlatform(messenger, places, consoles, errands, budget, this::connections);
        this.connection = new SlackConnection(settings, line, clock, pace, platform::back);
    }

    private int connections() {
        return connection.connections();
    }

    /** The way out. Works before {@link #connect} and after. */
    public Platform platform() {
        return platform;
    }

    /**
     * Lets people in: hands what they do to the engine from now on. Begins to connect and returns at once; while Slack cannot
     * be reached it is tried again and again.
     *
     * @return completes when people can act; fails with a {@link PlatformException.Rejected} when Slack refuses a token,
     *     which is also logged
     */
    public CompletableFuture<Void> connect(Engine engine) {
        Answers answers = new Answers(api, painter, messenger, consoles, words);
        People people = new People(api, settings.teachers(), budget, clock, askers);
        Homes homes = new Homes(engine, people, consoles, answers, answerers);
        Handover handover = new Handover(engine, people, consoles, words, clock);
        Acts acts = new Acts(handover, homes, answers, words, clock, answerers);
        consoles.beside(homes::clubs);
        Reception reception = new Reception(acts);
        return connection.open(this::warmUp, bolt -> listen(bolt, reception));
    }

    private void warmUp() throws PlatformException {
        FirstDrawings.make(
                message -> BlockKit.json(painter.paint(message)),
                form -> BlockKit.json(SlackForms.view(form, NOWHERE, words)));
        WarmUp.read();
        new SlackCheck(settings, api).tokens();
    }

    private Intake listen(App bolt, Reception reception) {
        if (settings.workspaces() instanceof SlackSettings.Many many) {
            bolt.asOAuthApp(true).service(many.installations());
            Removals removals = new Removals(many.installations(), api, answerers);
            bolt.event(AppUninstalledEvent.class, (event, context) -> {
                removals.heard(event.getTeamId());
                return context.ack();
            });
            bolt.event(TokensRevokedEvent.class, (event, context) -> {
                removals.heard(event.getTeamId());
                return context.ack();
            });
        }
        bolt.command(ANY, (request, context) -> {
            reception.command(request.getPayload());
            return context.ack();
        });
        bolt.blockAction(ANY, (request, context) -> {
            reception.press(request.getPayload());
            return context.ack();
        });
        bolt.event(AppHomeOpenedEvent.class, (event, context) -> {
            reception.home(event);
            return context.ack();
        });
        return new Intake(bolt, reception::submission, readers, deadlines);
    }

    /** Where Slack's requests are taken, if they come over HTTP. */
    public Optional<URI> address() {
        return connection.address();
    }

    /** Lets nobody in any more, finishes the answers under way, and goes. */
    @Override
    public void close() {
        connection.close();
        Workers.finish(readers, FAREWELL_S);
        Workers.finish(askers, FAREWELL_S);
        Workers.finish(answerers, FAREWELL_S);
        errands.close();
        deadlines.shutdownNow();
        budget.close();
        line.close();
    }
}
