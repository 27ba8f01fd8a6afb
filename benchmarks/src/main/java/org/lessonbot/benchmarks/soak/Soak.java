package org.lessonbot.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.lessonbot.benchmarks.Server;
import org.lessonbot.benchmarks.inside.Arguments;
import org.lessonbot.benchmarks.inside.End;
import org.lessonbot.benchmarks.inside.Sql;

/**
 * Runs the program for hours of lessons and clubs at a multiple of their pace, and looks at what it holds whenever everybody has
 * gone home. At the end the lessons are made too old to be kept, and the program is started once more to erase them. Ends with
 * status 1 if something grew that has no bound. Arguments: {@code new} the program's jar, {@code hours} simulated,
 * {@code pace}, {@code students} a class, {@code chats}.
 */
public final class Soak {
    /** Rows that stay for each place in which there were lessons, however many these were. */
    static final Map<String, Integer> PLACES = Map.of("web_feed", 4, "web_room", 1, "web_secret", 4);

    private static final String STAND = "where lessons stand: 200,000 people at most, a round as ten";

    /** What is kept for a time or up to a number that a run of minutes does not come to, by a part of classes' names. */
    private static final Map<String, String> HELD = Map.of(
            "org.lessonbot.lesson.Round", STAND,
            "org.lessonbot.activity.Dealt", STAND,
            "org.lessonbot.plan.Item", STAND,
            "org.lessonbot.plan.Response", STAND,
            "org.lessonbot.plan.Provenance", STAND,
            "org.lessonbot.lesson.Participant", STAND);

    /** As the adapters have them. */
    private static final Map<String, Integer> POOLS =
            Map.of("slack-answers", 32, "slack-people", 8, "slack-intake", 2, "JettyServerThreadPool-#", 250);

    private static final int FEWEST_PERIODS = 5;
    private static final int PERIOD_MIN = 75;
    /** The lesson that ships has so many moves, a few less in a small class. */
    private static final int MOVES = 55;

    private static final int WORKERS = 96;
    private static final Pattern RUNS = Pattern.compile("(http://\\S+/join/)");
    private static final String TOO_OLD = "interval '400 days'";
    private static final int PATIENCE_S = 60;
    private static final String DUE = "select count(*) from scheduled_tasks where execution_time < now()";

    private final Sql sql;
    private final List<Chat> chats;
    private final Arguments given;
    private final ExecutorService hands = Executors.newFixedThreadPool(WORKERS);
    private final AtomicLong acts = new AtomicLong();
    private int sittings;

    private Soak(Sql sql, List<Chat> chats, Arguments given) {
        this.sql = sql;
        this.chats = chats;
        this.given = given;
    }

    public static void main(String[] line) throws Exception {
        End.withThisThread();
        Arguments given = Arguments.of(line);
        Path home = Files.createTempDirectory("soak-");
        Sql sql = Server.start(home).database();
        List<Chat> chats = new ArrayList<>();
        for (String name : given.words("chats", List.of("web", "discord", "slack"))) {
            chats.add(
                    switch (name) {
                        case "web" -> new BrowserChat();
                        case "discord" -> new DiscordChat();
                        case "slack" -> new SlackChat();
                        default -> throw new IllegalArgumentException("no such chat: " + name);
                    });
        }
        boolean bounded = new Soak(sql, chats, given).run(home);
        System.exit(bounded ? 0 : 1);
    }

    private boolean run(Path home) throws Exception {
        Path jar = Path.of(given.word("new", "app/target/lesson-bot.jar"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "DATABASE_URL", sql.url(),
                "DATABASE_USER", sql.user(),
                "DATABASE_PASSWORD", sql.password(),
                "LESSON_BOT_RETENTION_DAYS", "90"));
        chats.forEach(chat -> settings.putAll(chat.settings()));
        List<Probe.Sample> samples = new ArrayList<>();
        Map<String, Double> fresh;
        List<String> complaints = new ArrayList<>();
        try (Program program = Program.start(jar, home, settings)) {
            for (Chat chat : chats) {
                chat.connected(program);
            }
            try (Probe probe = Probe.into(program, sql)) {
                fresh = probe.take().rows();
                for (int period = 0; period < periods(); period++) {
                    period();
                    Probe.Sample sample = atRest(probe);
                    samples.add(sample);
                    System.out.printf(
                            Locale.ROOT,
                            "period %d of %d: %d acts; %s%n",
                            period + 1,
                            periods(),
                            acts.get(),
                            sample.figures());
                    chats.forEach(chat -> complaints.addAll(chat.complaints()));
                }
            }
            chats.forEach(Chat::close);
        }
        // The first period warms everything up.
        Verdict verdict = new Verdict(samples.subList(1, samples.size()), POOLS)
                .figures()
                .objects(HELD)
                .rows(fresh, purged(jar, home, settings));
        System.out.printf(
                Locale.ROOT,
                "%s simulated h, %d lessons and clubs, %d acts; of %d people were told that they failed%n",
                given.word("hours", "8"),
                sittings,
                acts.get(),
                chats.stream().mapToLong(Chat::failed).sum());
        verdict.lines().forEach(System.out::println);
        complaints.forEach(complaint -> System.out.println("the chat complains: " + complaint));
        System.out.println(verdict.isBounded() && complaints.isEmpty() ? "bounded" : "NOT bounded");
        return verdict.isBounded() && complaints.isEmpty();
    }

    private double hours() {
        return Double.parseDouble(given.word("hours", "8"));
    }

    private int periods() {
        return Math.max(FEWEST_PERIODS, (int) Math.ceil(hours() * 60 / PERIOD_MIN));
    }

    private Duration move() {
        double minutes = Math.min(PERIOD_MIN, hours() * 60 / periods());
        return Duration.ofMillis((long) (minutes * 60_000 / given.number("pace", 20) / MOVES));
    }

    /** A class and a club in every chat, each in a room that it has to itself: in the browser's only room one after the other. */
    private void period() throws InterruptedException, ExecutionException {
        List<Future<?>> under = new ArrayList<>();
        ExecutorService teachers = Executors.newCachedThreadPool();
        for (Chat chat : chats) {
            for (int room = 0; room < chat.rooms(); room++) {
                boolean club = room > 0;
                under.add(teachers.submit((Callable<?>) () -> {
                    Chat.Room open = chat.open(given.number("students", 12));
                    Sitting sitting = new Sitting(sql, chat.name(), open, hands, acts, ++sittings);
                    if (club) {
                        sitting.club(move());
                    } else {
                        sitting.lesson(move());
                    }
                    if (chat.rooms() == 1) {
                        new Sitting(sql, chat.name(), open, hands, acts, ++sittings).club(move().dividedBy(4));
                    }
                    open.leave().run();
                    return null;
                }));
            }
        }
        for (Future<?> one : under) {
            one.get();
        }
        teachers.shutdown();
    }

    /** Once all has been drawn, and what was left open has been noticed. */
    private Probe.Sample atRest(Probe probe) throws IOException, SQLException, InterruptedException {
        for (int looks = 0;
                looks < PATIENCE_S && sql.number("select count(*) from post where wanted > shown") > 0;
                looks++) {
            Thread.sleep(1_000);
        }
        sql.map("select lesson || ' ' || slot, wanted || ' wanted, shown is ' || shown from post where wanted > shown")
                .forEach((post, state) -> System.out.println("not drawn: " + post + ": " + state));
        Thread.sleep(5_000);
        return probe.take();
    }

    private Map<String, Double> purged(Path jar, Path home, Map<String, String> settings)
            throws IOException, SQLException, InterruptedException {
        for (Map.Entry<String, String> column : sql.map("""
                select table_name || '.' || column_name, 'update ' || table_name || ' set ' || column_name || ' = ' || column_name
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'scheduled%'
                    and table_name not like 'flyway%' and data_type like 'timestamp%'
                """).entrySet()) {
            sql.run(column.getValue() + " - " + TOO_OLD);
        }
        // What is to be done for lessons that are over finds nothing to do when its time comes.
        sql.run("update scheduled_tasks set execution_time = now()");
        try (Program again = Program.start(jar, home, settings)) {
            String unused = again.says(RUNS);
            for (int looks = 0;
                    looks < PATIENCE_S && sql.number("select count(*) from lesson") + sql.number(DUE) > 0;
                    looks++) {
                Thread.sleep(1_000);
            }
            Thread.sleep(2_000);
        }
        Map<String, Double> rows = new HashMap<>();
        for (String table : Probe.tables(sql).keySet()) {
            rows.put(table, sql.number("select count(*) from " + table));
        }
        return rows;
    }
}
