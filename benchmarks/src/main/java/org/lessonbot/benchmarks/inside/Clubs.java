package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;

/** Thousands of clubs of which a part ends at the same moment: how long until the next one has begun in all, and all show it. */
final class Clubs {
    private static final Person LEADER = new Person("teacher", "Teacher", true);
    private static final Room ROOM = new Room(Silence.NAME, "club-1");
    private static final int MEMBERS = 20;
    private static final long GLANCE_MS = 500;
    private static final long MEGABYTE = 1024 * 1024;

    /** No chat redraws a post more often, and none takes a call at once. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private Clubs() {}

    /** @param given {@code clubs} of twenty people, and in how many {@code seconds} their part ends */
    static Map<String, Double> measure(Sql sql, Arguments given) throws ReflectiveOperationException, SQLException {
        Silence chat = new Silence(PACE);
        AtomicInteger interactions = new AtomicInteger();
        try (Engine engine = Engine.start(sql, chat)) {
            act(engine, interactions, new Interaction.Command("start", Map.of("pace", "self", "until", "in 10 days")));
            String until = Instant.now()
                    .plus(10, ChronoUnit.DAYS)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            act(
                    engine,
                    interactions,
                    new Interaction.Press(new Action(
                            0, "", 0, "start-club", Engine.LESSON + "/" + until.substring(0, 16) + "[UTC]")));
        }
        copy(sql, given.number("clubs", 10_000), given.number("seconds", 10));
        double due =
                sql.number("select extract(epoch from max(local at time zone zone)) from deadline where stretch = 0");
        double most = 0;
        double drawn = 0;
        try (Engine engine = Engine.start(sql, chat)) {
            most = heap();
            double before = most;
            while (drawn == 0) {
                LockSupport.parkNanos(Duration.ofMillis(GLANCE_MS).toNanos());
                most = Math.max(most, heap());
                boolean going = sql.number("select count(*) from lesson where step = 'welcome'") > 0
                        || sql.number("select count(*) from post where wanted > shown") > 0;
                drawn = going ? 0 : Instant.now().toEpochMilli() / 1000.0 - due;
            }
            double began = sql.number("select extract(epoch from max(step_since)) from lesson") - due;
            double once = sql.number("select max(moves) from (select count(*) moves from move"
                    + " where cause = 'DEADLINE' group by lesson) each_club");
            return Map.of(
                    "began", began,
                    "drawn", drawn,
                    "once", once,
                    "calls",
                            (double) chat.shown().size()
                                    + chat.edits().values().stream()
                                            .mapToInt(Integer::intValue)
                                            .sum(),
                    "heap", before,
                    "most", most);
        }
    }

    private static void act(Engine engine, AtomicInteger interactions, Interaction.Act act) {
        String id = "i" + interactions.incrementAndGet();
        engine.handle(new Interaction(id, ROOM, LEADER, Instant.now(), act))
                .toCompletableFuture()
                .join();
    }

    private static void copy(Sql sql, int clubs, int seconds) throws SQLException {
        sql.run("insert into participant (lesson, person, name, role) select id, 's' || n, 'Student ' || n, 'STUDENT'"
                + " from lesson, generate_series(1, " + MEMBERS + ") n");
        sql.run("insert into lesson (platform, room, edition, pace, status, seed, step, round)"
                + " select platform, 'club-' || n, edition, pace, status, seed, step, round"
                + " from lesson, generate_series(2, " + clubs + ") n");
        String others =
                " from lesson, %s model where model.lesson = (select min(id) from lesson) and lesson.id <> model.lesson";
        sql.run("insert into participant (lesson, person, name, role)"
                + " select lesson.id, model.person, model.name, model.role" + others.formatted("participant"));
        sql.run("insert into round (lesson, step, number, phase, deal)"
                + " select lesson.id, model.step, model.number, model.phase, model.deal" + others.formatted("round")
                + " order by lesson.id, model.ordinal");
        sql.run("insert into deadline (lesson, stretch, local, zone)"
                + " select lesson.id, model.stretch, model.local, model.zone" + others.formatted("deadline"));
        sql.run("insert into post (lesson, slot, place, step, round, wanted, shown, digest, address)"
                + " select lesson.id, slot, place, model.step, model.round, wanted, wanted, digest, address || '-' || lesson.id"
                + others.formatted("post"));
        sql.run("update deadline set local = (now() at time zone 'UTC') + interval '" + seconds
                + " seconds', zone = 'UTC' where stretch = 0");
        sql.run("delete from scheduled_tasks where task_name = 'stretch'");
        sql.run(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " select 'stretch', lesson || '/0', local at time zone zone, false, 1 from deadline where stretch = 0");
        sql.run("vacuum analyze");
    }

    private static double heap() {
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) / (double) MEGABYTE;
    }
}
