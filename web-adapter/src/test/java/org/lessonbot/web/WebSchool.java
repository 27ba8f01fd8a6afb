package org.lessonbot.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Time;
import org.lessonbot.store.Database;
import org.lessonbot.tck.Adapter;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Feature;
import org.lessonbot.tck.School;
import org.lessonbot.tck.Wiring;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.People.Presence;
import org.lessonbot.web.tables.Tables;

/** The browser classroom over real HTTP. */
final class WebSchool implements School {
    /** A class of thirty sits in this one test, at one address. */
    private static final WebLimits WIDE =
            new WebLimits(128 * 1024, 1000, 1000, 10_000, 10_000, 8, 2000, DrivenTime.HANGS);

    private final DrivenTime time = DrivenTime.leaping();
    private final List<WebAdapter> open = new CopyOnWriteArrayList<>();
    private final List<WebClassroom> rooms = new CopyOnWriteArrayList<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final JavalinLog log = new JavalinLog(complaints::add);
    private Optional<Integer> freedPort = Optional.empty();
    private Optional<Database> database = Optional.empty();

    @Override
    public Map<Feature, String> lacks() {
        return Map.of(
                Feature.ACCOUNTS, "people are asked for a name at the door, and one that nobody sees is not taken",
                Feature.DELETED_POSTS, "nobody can delete a post of the classroom's",
                Feature.IMPATIENCE, "a page is told by its own request, which stays open",
                Feature.RATE_LIMITS, "posts go into a table of our own",
                Feature.OUTAGES, "the classroom is the bot's own process",
                Feature.POSTS_ONCE, "no answer is lost on the way to a table of our own");
    }

    @Override
    public Adapter adapter(Wiring wiring) {
        database = Optional.of(wiring.database());
        return new Served(wiring);
    }

    @Override
    public Classroom classroom() {
        WebClassroom room = new WebClassroom(this, "Room " + (rooms.size() + 1));
        rooms.add(room);
        return room;
    }

    /** The instance that serves this person. */
    WebAdapter instance(int person) {
        List<WebAdapter> now = List.copyOf(open);
        return now.get(Math.floorMod(person, now.size()));
    }

    /** The id of a student by the name that the room shows. */
    String student(String room, String name) {
        return new People(Tables.of(database.orElseThrow()), Clock.systemUTC())
                .students(room).stream()
                        .filter(student -> student.name().equals(name))
                        .map(Presence::id)
                        .findFirst()
                        .orElseThrow();
    }

    void complain(String what) {
        complaints.add(what);
    }

    @Override
    public void rateLimit(Duration retryAfter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void outage(int times) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> complaints() {
        List<String> all = new ArrayList<>();
        for (String one = complaints.poll(); one != null; one = complaints.poll()) {
            all.add(one);
        }
        return all;
    }

    @Override
    public void waitForTheBot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public String sourceType() {
        return "html";
    }

    @Override
    public void close() {
        rooms.forEach(WebClassroom::close);
        log.close();
    }

    /** Listens from the start, since its platform is only there once it does; who acts earlier waits. */
    private final class Served implements Adapter {
        private final CompletableFuture<Function<Interaction, CompletableFuture<Reply>>> engine =
                new CompletableFuture<>();
        private final WebAdapter web;

        Served(Wiring wiring) {
            int port = freedPort.orElse(0);
            freedPort = Optional.empty();
            web = WebAdapter.start(
                    WebSettings.onLoopback(port).with(WIDE),
                    wiring.database(),
                    interaction -> engine.thenCompose(handle -> handle.apply(interaction)),
                    wiring.words().apply("en"));
        }

        @Override
        public Platform platform() {
            return web.platform();
        }

        @Override
        public void serve(Engine asked) {
            engine.complete(asked::handle);
            open.add(web);
        }

        @Override
        public void close() {
            if (open.remove(web)) {
                if (open.isEmpty()) {
                    freedPort = Optional.of(web.address().getPort());
                }
                web.close();
            }
        }
    }
}
