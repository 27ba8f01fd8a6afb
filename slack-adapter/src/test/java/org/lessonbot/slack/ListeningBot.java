package org.lessonbot.slack;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.tables.SharedBudget;

/** The adapter at the strict fake, with answers that a test lays out instead of an engine. */
final class ListeningBot implements AutoCloseable {
    private final List<Interaction> heard = new CopyOnWriteArrayList<>();
    private final SlackAdapter adapter;
    private final CompletableFuture<Void> ready;
    private volatile Function<String, Map<Room, Message>> clubs = person -> Map.of();
    private volatile Supplier<Optional<Message>> console = Optional::empty;
    private volatile Function<Interaction, CompletableFuture<Reply>> engine =
            heard -> CompletableFuture.completedFuture(Reply.whisper("heard"));

    ListeningBot(FakeSlack slack, SlackSettings settings) {
        this(slack, settings, List.of());
    }

    /** @param led the rooms in which everybody leads a lesson, as the database has it */
    ListeningBot(FakeSlack slack, SlackSettings settings, List<Room> led) {
        this(slack, settings, led, Optional.empty());
    }

    ListeningBot(FakeSlack slack, SlackSettings settings, List<Room> led, Optional<SharedBudget> shared) {
        this(slack, settings, led, shared, Clock.systemUTC());
    }

    ListeningBot(FakeSlack slack, SlackSettings settings, List<Room> led, Optional<SharedBudget> shared, Clock clock) {
        adapter = new SlackAdapter(settings, Phrasebook::of, shared, slack.time(), slack.patience(), clock);
        ready = adapter.connect(new Engine() {
            @Override
            public CompletableFuture<Reply> handle(Interaction interaction) {
                heard.add(interaction);
                return engine.apply(interaction);
            }

            @Override
            public List<Room> roomsLedBy(String platform, String person) {
                return led;
            }

            @Override
            public Map<Room, Message> clubs(String platform, String person) {
                return clubs.apply(person);
            }

            @Override
            public Optional<Message> console(Room room, Person person) {
                return console.get();
            }
        });
    }

    /** One that has been let in, over a socket. */
    static ListeningBot in(FakeSlack slack) {
        ListeningBot bot =
                new ListeningBot(slack, overSocket(slack, slack.workspace().botToken(), RegisteredApp.APP_TOKEN));
        bot.letIn();
        slack.awaitSockets(1);
        return bot;
    }

    static SlackSettings overSocket(FakeSlack slack, String botToken, String appToken) {
        return new SlackSettings(
                URI.create(slack.apiPrefix()),
                new SlackSettings.One(new Secret(botToken)),
                Optional.of(new Secret(appToken)),
                Optional.empty(),
                Set.of(),
                "en");
    }

    static SlackSettings overHttp(FakeSlack slack, SlackSettings.Workspaces workspaces) {
        return new SlackSettings(
                URI.create(slack.apiPrefix()),
                workspaces,
                Optional.empty(),
                Optional.of(new SlackSettings.Http(
                        new Secret(RegisteredApp.SIGNING_SECRET), SlackSettings.Http.LOOPBACK, 0)),
                Set.of(),
                "en");
    }

    ListeningBot letIn() {
        ready.orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS).join();
        return this;
    }

    SlackAdapter adapter() {
        return adapter;
    }

    Platform platform() {
        return adapter.platform();
    }

    /** What whoever leads has before them from now on. */
    void shows(Supplier<Optional<Message>> now) {
        console = now;
    }

    /** Where somebody left off in their clubs from now on. */
    void clubs(Function<String, Map<Room, Message>> now) {
        clubs = now;
    }

    void answers(Reply reply) {
        engine = interaction -> CompletableFuture.completedFuture(reply);
    }

    void answers(Function<Interaction, Reply> replies) {
        engine = interaction -> CompletableFuture.completedFuture(replies.apply(interaction));
    }

    List<Interaction> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        adapter.close();
    }
}
