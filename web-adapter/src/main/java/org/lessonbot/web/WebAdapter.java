package org.lessonbot.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonPages;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.lessonbot.engine.door.Projection;
import org.lessonbot.engine.door.Reports;
import org.lessonbot.engine.door.Results;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Database;
import org.lessonbot.web.tables.Announcements;
import org.lessonbot.web.tables.Items;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;
import org.lessonbot.web.tables.Tables;

/** A chat server of our own: stands to the core as Discord and Slack do. */
public final class WebAdapter implements AutoCloseable {
    private static final int WORKERS = 8;
    /** Whoever is refused so is refused again, however often they ask: somebody unknown, or an address that leads nowhere (any more). */
    private static final Set<Integer> NOT_KNOWN = Set.of(401, 404, 410);
    /** Beyond the engine's own patience with the database, so that the engine is the one to say whether something counted. */
    private static final Duration ENGINE_FIRST = Duration.ofSeconds(3);

    private final WebSettings settings;
    private final Function<Interaction, CompletableFuture<Reply>> engine;
    private final Words words;
    private final Clock clock;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, WebAdapter::thread);
    private final Rooms rooms;
    private final People people;
    private final Feed feed;
    private final LatestConsoles consoles = new LatestConsoles();
    private final Seal seal;
    private final Links links;
    private final Pages pages;
    private final Assets assets = new Assets();
    private final Streams streams;
    private final Duration patience;
    private final Attendance attendance;
    private final Announcements announcements;
    private final WebPlatform platform;
    private final LessonBoards boards;
    private final LessonResults results;
    private final LessonPapers papers;
    private final Javalin server;

    private WebAdapter(
            WebSettings settings,
            Database database,
            Function<Interaction, CompletableFuture<Reply>> engine,
            Words words,
            Clock clock) {
        Tables tables = Tables.of(database);
        this.settings = settings;
        this.patience = database.answersWithin().plus(ENGINE_FIRST);
        this.clock = clock;
        this.engine = engine;
        this.words = words;
        this.rooms = new Rooms(tables);
        this.people = new People(tables, clock);
        this.feed = new Feed(new Items(tables, clock));
        this.seal = new Seal(rooms.secret(new SecureRandom().generateSeed(Seal.SECRET)));
        this.links = new Links(seal, this::address);
        this.pages = new Pages(words, assets);
        this.streams = new Streams(settings.limits(), workers);
        this.attendance = new Attendance(rooms, people, streams, words, clock, workers);
        this.platform = new WebPlatform(feed, consoles, people, attendance, words);
        Projection projection = new Projection(database, Phrasebook::of, clock);
        this.boards = new LessonBoards(
                projection, new LessonSource(projection, WebPainter.forBoard(words), workers), links, pages, streams);
        this.results = new LessonResults(new Results(database), seal, this::address, pages, clock);
        Reports reports = new Reports(database, Phrasebook::of, settings.zone());
        this.papers = new LessonPapers(reports, results, engine, seal, this::address, clock);
        this.announcements = tables.listen(feed::announce, feed::poll);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Brings its tables up to date and begins to serve.
     *
     * @param engine takes every interaction; its futures never fail
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static WebAdapter start(
            WebSettings settings,
            Database database,
            Function<Interaction, CompletableFuture<Reply>> engine,
            Words words) {
        return start(settings, database, engine, words, Clock.systemUTC());
    }

    /** The same, by another clock. */
    public static WebAdapter start(
            WebSettings settings,
            Database database,
            Function<Interaction, CompletableFuture<Reply>> engine,
            Words words,
            Clock clock) {
        WebAdapter adapter = new WebAdapter(settings, database, engine, words, clock);
        try {
            adapter.server.start();
            return adapter;
        } catch (RuntimeException failure) {
            adapter.close();
            throw failure;
        }
    }

    public WebPlatform platform() {
        return platform;
    }

    /** Shows lessons of any chat in a browser. */
    public LessonPages lessonPages() {
        return new LessonPages() {
            @Override
            public Optional<Page> board(Lesson lesson) {
                // The board of a room of ours also says how to come in.
                boolean ours = lesson.room().platform().equals(platform.name());
                return Optional.of(page(ours ? links.board(lesson.room().id()) : links.lessonBoard(lesson.id())));
            }

            @Override
            public Optional<Page> results(long lesson) {
                return Optional.of(page(results.address(lesson)));
            }

            @Override
            public Optional<Page> report(long lesson, boolean names) {
                return Optional.of(page(papers.report(lesson, names)));
            }

            @Override
            public Optional<Page> handout(long lesson) {
                return Optional.of(page(papers.handout(lesson)));
            }

            @Override
            public Optional<Page> beside(long lesson) {
                return papers.beside(lesson).map(address -> page(address));
            }

            @Override
            public Optional<Page> own(long lesson, String person) {
                return papers.own(lesson, person).map(address -> page(address));
            }
        };
    }

    private LessonPages.Page page(URI address) {
        return new LessonPages.Page(address, links.onlyHere());
    }

    /** The id of the room of this name, which is made when it is first asked for. */
    public String openRoom(String name) {
        return rooms.open(name, WebIds::freshRoom, WebIds::freshCode).id();
    }

    /** Where students come in without typing the code. */
    public URI studentLink(String room) {
        return links.student(room(room));
    }

    /** Whoever holds it teaches: the same for as long as no teacher renews it. */
    public URI teacherLink(String room) {
        return links.teacher(room(room));
    }

    /** What the projector shows. */
    public URI boardLink(String room) {
        return links.board(room(room).id());
    }

    /** Six letters and digits. */
    public String joinCode(String room) {
        return room(room).code();
    }

    /** Where it is found: the public address if there is one. */
    public URI address() {
        return settings.publicUrl().orElseGet(() -> ListenAddress.url(settings.host(), server.port()));
    }

    private Classroom room(String id) {
        return rooms.find(id).orElseThrow(() -> new IllegalArgumentException("no room " + id));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.addConnector((jetty, http) -> {
            ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(settings.limits().silence().toMillis());
            return connector;
        });
        config.http.maxRequestSize = settings.limits().bodyBytes();
        // A body is read before a thread is given to whoever sends it: those that come slowly, or never, hold nobody
        // up.
        config.jetty.modifyServer(
                jetty -> jetty.setHandler(new EagerContentHandler(new EagerContentHandler.RetainedContentLoaderFactory(
                        settings.limits().bodyBytes(), 0, false))));
        // Jetty would keep an index of 90 KB for each connection, as long as its stream stands open, and take a cookie
        // that differs only in capitals for the one sent before.
        config.jetty.modifyHttpConfiguration(http -> http.setHeaderCacheSize(0));
        WebLimits limits = settings.limits();
        Gate gate = new Gate(settings, new Throttle(limits.addressBurst(), limits.addressPerSecond(), clock));
        Throttle entries = new Throttle(limits.entryBurst(), limits.entriesPerSecond(), clock);
        Throttle persons = new Throttle(limits.personBurst(), limits.personPerSecond(), clock);
        Sessions sessions = new Sessions(seal, people, clock, links::secure);
        Acts acts = new Acts(
                new Acts.Admission(sessions, persons),
                engine,
                new Answers(feed, consoles, words, workers),
                clock,
                workers,
                patience);
        config.routes.before(gate::check);
        config.routes.before(ctx -> bounce(ctx));
        config.routes.get(Assets.PATH + "{folder}/{name}", assets::serve);
        WayBack wayBack = new WayBack(
                seal, people, sessions, words, clock, new Throttle(limits.backBurst(), limits.backsPerSecond(), clock));
        JoinPage join = new JoinPage(pages, new FormToken(seal, clock));
        new Entrance(rooms, sessions, wayBack, join, acts, ctx -> entries.admits(gate.address(ctx)))
                .routes(config.routes);
        new TeachersDoor(rooms, links, sessions, words).routes(config.routes);
        RoomPages roomPages = new RoomPages(links, pages);
        Following following = new Following(feed, streams, attendance);
        new Classrooms(sessions, wayBack, roomPages, acts, following).routes(config.routes);
        new Boards(rooms, links, roomPages, following).routes(config.routes);
        new Renewal(rooms, sessions, links, attendance, words).routes(config.routes);
        boards.routes(config.routes);
        results.routes(config.routes);
        papers.routes(config.routes);
        config.routes.exception(Refusal.class, (refusal, ctx) -> refuse(ctx, refusal.status(), refusal.key()));
        config.routes.exception(Tables.OutOfReach.class, (away, ctx) -> refuse(ctx, 503, "web.not-counted"));
        // Who breaks off, or falls silent, in the middle of what they send is nobody's fault, and no line in the log.
        config.routes.exception(IOException.class, (gone, ctx) -> ctx.status(400));
        config.routes.exception(TimeoutException.class, (gone, ctx) -> ctx.status(408));
        config.routes.error(404, ctx -> refuse(ctx, 404, "web.refused.nothing"));
        config.routes.error(413, ctx -> refuse(ctx, 413, "web.refused.size"));
    }

    /** See {@link Gate#comesFromElsewhere}. */
    private void bounce(Context ctx) {
        if (Gate.comesFromElsewhere(ctx)) {
            ctx.html(pages.fill("bounce", Map.of("path", ctx.path()))).skipRemainingHandlers();
        }
    }

    private void refuse(Context ctx, int status, String key) {
        String accepted = String.valueOf(ctx.header("Accept"));
        if (accepted.contains(Streams.EVENTS) && NOT_KNOWN.contains(status)) {
            // A page is told neither the status of a stream nor why there is none, and would try again for ever.
            String problem = Wire.write(new Wire.Problem(words.say(key)));
            ctx.contentType(Streams.EVENTS).result("event: refused\ndata: " + problem + "\n\n");
            return;
        }
        ctx.status(status);
        if (accepted.contains("text/html")) {
            ctx.html(pages.fill("refused", Map.of("why", words.say(key))));
        } else {
            ctx.contentType("application/json").result(Wire.write(new Wire.Problem(words.say(key))));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "web-worker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        streams.close();
        server.stop();
        announcements.close();
        feed.close();
        workers.shutdownNow();
    }
}
