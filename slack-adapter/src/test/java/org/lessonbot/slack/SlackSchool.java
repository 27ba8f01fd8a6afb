package org.lessonbot.slack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Time;
import org.lessonbot.slack.fake.ApiCall;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.tables.SharedBudget;
import org.lessonbot.tck.Adapter;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Feature;
import org.lessonbot.tck.School;
import org.lessonbot.tck.Wiring;

/** A workspace on the strict fake, with the real Bolt in front of it. */
final class SlackSchool implements School {
    private static final int TOO_MANY = 429;
    private static final String CHANGE = "chat.update";
    /** What people do to a post is no fault of the bot's. */
    private static final String DELETED = "message_not_found";

    private final FakeSlack slack;
    private final AtomicInteger rooms = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();
    private final boolean secluded;
    private int looked;
    private int asked;

    /** Of public channels alone. */
    SlackSchool() throws InterruptedException {
        this(false);
    }

    /** @param secluded whether every second room is a private channel */
    SlackSchool(boolean secluded) throws InterruptedException {
        this.secluded = secluded;
        slack = FakeSlack.start();
        // The bot gets what its manifest asks for, and no more.
        List<String> asked = List.of(SlackManifest.SCOPES.split(","));
        RegisteredApp.SCOPES.stream().filter(scope -> !asked.contains(scope)).forEach(slack.troubles()::withdrawScope);
    }

    @Override
    public Map<Feature, String> lacks() {
        return Map.of(
                Feature.DEVICES,
                "Slack knows people on all their devices",
                Feature.LASTING_CONSOLE,
                "what only one person sees in a channel can be changed five times in half an hour",
                Feature.POSTS_ONCE,
                "Slack has nothing by which to know a post that is tried again");
    }

    @Override
    public Adapter adapter(Wiring wiring) {
        SlackSettings settings = new SlackSettings(
                URI.create(slack.apiPrefix()),
                new SlackSettings.One(new Secret(slack.workspace().botToken())),
                Optional.of(new Secret(RegisteredApp.APP_TOKEN)),
                Optional.empty(),
                Set.of(),
                "en");
        return new Bolted(new SlackAdapter(
                settings,
                wiring.words(),
                Optional.of(new SharedBudget(wiring.database(), slack.time()::instant)),
                slack.time(),
                slack.patience()));
    }

    /** The adapter, and the ear that hears what the engine replies: so that a test knows when silence is an answer. */
    private final class Bolted implements Adapter {
        private final SlackAdapter adapter;
        private boolean closed;

        Bolted(SlackAdapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public Platform platform() {
            return adapter.platform();
        }

        @Override
        public void serve(Engine engine) {
            adapter.connect(new Overheard(engine))
                    .orTimeout(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS)
                    .join();
            slack.awaitSockets(open.incrementAndGet());
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                int left = open.decrementAndGet();
                adapter.close();
                slack.awaitSocketsLeft(left);
            }
        }
    }

    /** The engine, and an ear for what it replies. */
    private final class Overheard implements Engine {
        private final Engine engine;

        Overheard(Engine engine) {
            this.engine = engine;
        }

        @Override
        public CompletableFuture<Reply> handle(Interaction interaction) {
            return engine.handle(interaction)
                    .whenComplete((reply, failure) -> reply(key(interaction)).complete(reply));
        }

        @Override
        public List<Room> roomsLedBy(String platform, String person) {
            return engine.roomsLedBy(platform, person);
        }

        @Override
        public Map<Room, Message> clubs(String platform, String person) {
            return engine.clubs(platform, person);
        }

        @Override
        public Optional<Message> console(Room room, Person person) {
            return engine.console(room, person);
        }
    }

    private static String key(Interaction interaction) {
        boolean submitted = interaction.act() instanceof Interaction.Submit;
        return submitted ? submission(interaction.person().id()) : interaction.id();
    }

    /** By what the reply to a person's form is asked for: one at a time. */
    static String submission(String person) {
        return "form of " + person;
    }

    /** What the engine replied, or will reply. */
    CompletableFuture<Reply> reply(String key) {
        return replies.computeIfAbsent(key, any -> new CompletableFuture<>());
    }

    void forget(String key) {
        replies.remove(key);
    }

    @Override
    public Classroom classroom() {
        int number = rooms.incrementAndGet();
        Channel channel = secluded && number % 2 == 0
                ? slack.privateChannel("class-" + number, slack.user("principal"))
                : slack.channel("class-" + number, slack.user("principal"));
        return new SlackClassroom(this, slack, channel);
    }

    @Override
    public void rateLimit(Duration retryAfter) {
        slack.troubles().rateLimitNext(CHANGE, retryAfter);
    }

    @Override
    public void outage(int times) {
        asked += times;
        slack.troubles().outage(CHANGE, "503", times);
    }

    @Override
    public void waitForTheBot() {
        slack.awaitAcknowledgements();
    }

    @Override
    public Time time() {
        return slack.time();
    }

    @Override
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>(slack.violations());
        List<ApiCall> journal = slack.journal();
        for (ApiCall call : journal.subList(looked, journal.size())) {
            // Whoever is told to wait and does not is among the stand-in's own faults.
            if (!call.isOk() && call.status() != TOO_MANY && !call.error().equals(DELETED)) {
                boolean wanted = asked > 0 && call.method().equals(CHANGE);
                asked -= wanted ? 1 : 0;
                if (!wanted) {
                    complaints.add(call.toString());
                }
            }
        }
        looked = journal.size();
        return complaints;
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
