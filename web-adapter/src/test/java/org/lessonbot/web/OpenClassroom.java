package org.lessonbot.web;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.People.Presence;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Tables;

/** A classroom that is served on a database of its own, with a stand-in for the engine. */
final class OpenClassroom implements AutoCloseable {
    static final Words ENGLISH = Phrasebook.of("en");
    /** As for classes, but that a silent connection stays: on a busy machine silence says nothing. */
    static final WebLimits PATIENT = WebLimits.DEFAULT.silentFor(DrivenTime.HANGS);

    static final Consumer<TestDatabase> MIGRATOR = test -> {
        try (Database database = connect(test)) {
            Tables.of(database);
        }
    };

    private static final Function<Interaction, Reply> SILENT = interaction -> Reply.SILENT;

    private final TestDatabase test = TestDatabase.fresh(MIGRATOR);
    /** The engine's own: a test that waits for an answer in the pool that all share would keep the engine from it. */
    private final ExecutorService hands = Executors.newCachedThreadPool();

    private final Queue<Interaction> heard = new ConcurrentLinkedQueue<>();
    private final WebSettings settings;
    private final Clock clock;
    private volatile Function<Interaction, Reply> engine = SILENT;
    private Database database;
    private Optional<Tables> tables = Optional.empty();
    private WebAdapter web;
    private int number = 12;

    OpenClassroom() {
        this(WebSettings.onLoopback(0).with(PATIENT));
    }

    OpenClassroom(WebSettings settings) {
        this(settings, Clock.systemUTC());
    }

    OpenClassroom(WebSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.database = connect(test);
        this.web = serve(database);
    }

    WebAdapter web() {
        return web;
    }

    /** What everything is kept in. */
    TestDatabase test() {
        return test;
    }

    String room() {
        return web.openRoom("Room " + number);
    }

    /** What the engine was asked in this room: a test that failed may still be at it in another. */
    List<Interaction> heard() {
        return heard.stream()
                .filter(interaction -> interaction.room().id().equals(room()))
                .toList();
    }

    /** Goes on in a room that nobody has used, with nothing to answer. */
    void nextRoom() {
        number++;
        engine = SILENT;
    }

    /** All students who ever came in. */
    List<Presence> students() {
        return people().students(room());
    }

    /** What is kept of who came in. */
    People people() {
        return new People(tables(), clock);
    }

    /** A room whose code was drawn when codes had more letters. */
    void oldRoom(String name, String code) {
        new Rooms(tables()).open(name, WebIds::freshRoom, () -> code);
    }

    /** Brought up to date once: to see that they are takes as long as a dozen clicks. */
    private Tables tables() {
        if (tables.isEmpty()) {
            tables = Optional.of(Tables.of(database));
        }
        return tables.get();
    }

    /** What the engine answers from now on. */
    OpenClassroom answering(Function<Interaction, Reply> replies) {
        engine = replies;
        return this;
    }

    String post(String key, Message message) throws PlatformException {
        return web.platform().post(new Room("web", room()), key, message);
    }

    void edit(String address, Message message) throws PlatformException {
        web.platform().edit(new Room("web", room()), address, message);
    }

    void console(long lesson, Message message) throws PlatformException {
        web.platform().console(new Room("web", room()), lesson, message);
    }

    Browser newBrowser() {
        return new Browser(web.address());
    }

    Browser student(String name) throws Exception {
        Browser browser = newBrowser();
        HttpResponse<String> page = browser.enter(web.joinCode(room()), name);
        if (browser.page().isEmpty()) {
            throw new AssertionError(name + " did not come in: " + page.statusCode() + " " + page.body());
        }
        return browser;
    }

    Browser teacher() throws Exception {
        Browser browser = newBrowser();
        browser.open(web.teacherLink(room()));
        return browser;
    }

    /** Stops everything but the database, and serves again from what is in it. */
    void restart() {
        web.close();
        database.close();
        database = connect(test);
        tables = Optional.empty();
        web = serve(database);
    }

    /** A second instance on the same database. */
    WebAdapter another() {
        return serve(database);
    }

    private static Database connect(TestDatabase test) {
        return Migrated.open(test, 8);
    }

    private WebAdapter serve(Database store) {
        return WebAdapter.start(
                settings,
                store,
                interaction -> {
                    heard.add(interaction);
                    return CompletableFuture.supplyAsync(() -> engine.apply(interaction), hands);
                },
                ENGLISH,
                clock);
    }

    @Override
    public void close() {
        web.close();
        hands.shutdown();
        database.close();
        test.close();
    }
}
