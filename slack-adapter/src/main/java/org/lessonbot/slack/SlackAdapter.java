package org.lessonbot.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.slack.tables.SharedBudget;
import org.lessonbot.store.Database;

/**
 * The lesson in Slack. Made first, so that the engine has its {@link #platform()}; connected when the engine is there. Every
 * event is acknowledged at once and worked on elsewhere.
 */
public final class SlackAdapter implements AutoCloseable {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final int FAREWELL_S = 5;

    private final SlackSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final SlackLine line;
    private final WebApi api;
    private final Words words;
    private final SlackPainter painter;
    private final Budget budget;
    private final Errands errands;
    private final SlackDesks desks;
    private final SlackPlatform platform;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "slack-answers");
        thread.setDaemon(true);
        return thread;
    });
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
        this.settings = settings;
        this.deadlines = patience.threads("slack-deadlines", 1);
        this.budget = new Budget(RateLimits.OF_SLACK, shared, pace);
        this.errands = new Errands(budget, pace);
        this.words = words.apply(settings.language());
        this.line = new SlackLine(settings);
        this.api = line.api();
        this.painter = new SlackPainter(this.words);
        this.desks = new SlackDesks(api, painter, errands, this.words, clock);
        this.platform =
                new SlackPlatform(api, painter, desks, errands, this.words, RateLimits.OF_SLACK, budget, clock, pace);
        this.connection = new SlackConnection(settings, line.slack(), clock, threads);
    }

    /** The way out. Works before {@link #connect} and after. */
    public Platform platform() {
        return platform;
    }

    /**
     * Lets people in: hands what they do to the engine from now on. Begins to connect and returns at once; while Slack cannot
     * be reached it is tried again and again.
     *
     * @param led the rooms in which somebody leads a lesson now, by their id
     * @return completes when people can act; fails with a {@link PlatformException.Rejected} when Slack refuses a token,
     *     which is also logged
     */
    public CompletableFuture<Void> connect(
            Function<Interaction, CompletableFuture<Reply>> engine, Function<String, List<Room>> led) {
        Answers answers = new Answers(api, painter, platform, desks, words);
        SlackPeople people = new SlackPeople(api, settings.teachers(), budget, clock);
        Conversation conversation =
                new Conversation(engine, led, people, desks, answers, words, clock, threads, deadlines);
        Reception reception = new Reception(conversation);
        return connection.open(this::warmUp, bolt -> listen(bolt, reception, conversation));
    }

    /** The first calls take seconds while classes load; they are made before anybody waits for three of them. */
    private void warmUp() throws PlatformException {
        painter.paint(Message.text(words.say("slack.message")));
        new SlackCheck(settings, api).tokens();
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

    /** Where Slack's requests are taken, if they come over HTTP. */
    public Optional<URI> address() {
        return connection.address();
    }

    /** Lets nobody in any more, finishes the answers under way, and goes. */
    @Override
    public void close() {
        connection.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FAREWELL_S, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        errands.close();
        deadlines.shutdownNow();
        budget.close();
        line.close();
    }
}
