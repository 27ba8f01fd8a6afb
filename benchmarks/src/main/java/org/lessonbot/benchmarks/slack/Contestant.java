package org.lessonbot.benchmarks.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.slack.fake.Acknowledgement;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;
import org.lessonbot.store.TestDatabase;

/** A program, with a Slack, a class and a database of its own. */
final class Contestant implements AutoCloseable {
    private static final int STUDENTS = 300;
    /** Longer than anything here takes: what comes late is measured and not given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** What the burst brings to an end when it ended: receipts, edits. */
    private static final Duration BREATH = Duration.ofSeconds(3);

    private static final Duration NOTHING_MORE = Duration.ofSeconds(20);
    private static final int MOST_MOVES = 20;
    private static final Duration TICK = Duration.ofMillis(100);

    private final Optional<Path> jar;
    private final FakeSlack slack;
    private final TestDatabase database = TestDatabase.fresh();
    private final Path home;
    private final User teacher;
    private final List<User> students;
    private final Channel channel;
    private @Nullable Post question;
    private int pressed;
    /** The stand-in's limits are counted by a time that somebody must move. */
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    private Contestant(Optional<Path> jar) throws IOException, InterruptedException {
        this.jar = jar;
        this.home = Files.createTempDirectory("acknowledgements");
        this.slack = FakeSlack.start();
        ticks.scheduleAtFixedRate(
                () -> slack.time().advance(TICK), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        this.teacher = slack.user("teacher").admin();
        this.students = IntStream.range(0, STUDENTS)
                .mapToObj(number -> slack.user("student-" + number))
                .toList();
        this.channel = slack.channel("class", teacher, students.toArray(User[]::new));
    }

    static Contestant program(Path jar) throws IOException, InterruptedException {
        return new Contestant(Optional.of(jar));
    }

    static Contestant floor() throws IOException, InterruptedException {
        return new Contestant(Optional.empty());
    }

    /** Leads the lesson to its first question. */
    void prepare() throws IOException, InterruptedException {
        if (jar.isPresent()) {
            try (Running running = start()) {
                slack.slash(teacher, channel, "/lesson", "start").acked();
                slack.awaitMessage(channel, post -> !post.actionIds().isEmpty());
                for (int moves = 0; question == null; moves++) {
                    if (moves > MOST_MOVES) {
                        throw new IllegalStateException("the lesson does not come to a question; see " + output());
                    }
                    slack.slash(teacher, channel, "/lesson", "next").acked();
                    Thread.sleep(BREATH.toMillis());
                    question = slack.messages(channel).stream()
                            .filter(post -> post.actionIds().size() >= 3)
                            .findFirst()
                            .orElse(null);
                }
            }
        }
    }

    Running start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        if (jar.isPresent()) {
            command.addAll(List.of("-jar", jar.get().toAbsolutePath().toString()));
        } else {
            command.addAll(List.of(
                    "-cp", System.getProperty("java.class.path"), Acknowledger.class.getName(), slack.apiPrefix()));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "LESSON_BOT_WEB_PORT", "0",
                        "LESSON_BOT_SLACK_BOT_TOKEN", slack.workspace().botToken(),
                        "LESSON_BOT_SLACK_APP_TOKEN", RegisteredApp.APP_TOKEN,
                        "LESSON_BOT_SLACK_API_URL", slack.apiPrefix(),
                        "DATABASE_URL", database.jdbcUrl(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password()));
        Running running = new Running(builder.start());
        slack.awaitSockets(1);
        return running;
    }

    private Path output() {
        return home.resolve("output");
    }

    @Override
    public void close() throws InterruptedException {
        ticks.shutdownNow();
        try {
            slack.close();
        } catch (AssertionError violations) {
            System.out.println(violations.getMessage());
        }
        database.close();
    }

    /**
     * What came of one burst.
     *
     * @param sentMs how long it took the people to press
     * @param p50 median of the milliseconds from a click to its acknowledgement
     * @param unsaved clicks that are acknowledged and not yet committed, on average over the burst
     * @param unsavedAtMost at the worst moment
     * @param neverSaved clicks that were acknowledged and did not count: their people were told so
     */
    record Burst(
            double sentMs,
            double p50,
            double p95,
            double worst,
            int overOneSecond,
            int overThreeSeconds,
            double unsaved,
            int unsavedAtMost,
            int neverSaved) {}

    /** The program while it runs. */
    final class Running implements AutoCloseable {
        private final Process process;
        private volatile boolean closing;

        Running(Process process) {
            this.process = process;
            Thread waiting = Thread.currentThread();
            process.onExit().thenRun(() -> endsEarly(waiting));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        }

        /** Nobody then waits for what does not come. */
        private void endsEarly(Thread waiting) {
            if (!closing) {
                System.err.println("a program ended in the middle; what it said last is in " + output());
                waiting.interrupt();
            }
        }

        Burst burst() throws SQLException, InterruptedException {
            int before = slack.acknowledgements().size();
            Instant begin = Instant.now();
            int option = pressed++ % 3;
            for (User student : students) {
                if (question == null) {
                    slack.forge(student, channel, "any", "any");
                } else {
                    slack.press(student, question, question.actionIds().get(option));
                }
            }
            double sentMs = millis(begin, Instant.now());
            List<Acknowledgement> all = slack.await(
                    "all acknowledgements",
                    () -> Optional.of(slack.acknowledgements()).filter(now -> now.size() >= before + STUDENTS));
            Thread.sleep(BREATH.toMillis());
            List<Acknowledgement> mine = all.subList(before, before + STUDENTS);
            double[] waits = mine.stream()
                    .mapToDouble(each -> millis(each.sent(), each.arrived()))
                    .sorted()
                    .toArray();
            Unsaved unsaved = question == null ? Unsaved.NONE : Unsaved.of(mine, saved(begin));
            return new Burst(
                    sentMs,
                    waits[STUDENTS / 2],
                    waits[STUDENTS * 95 / 100],
                    waits[STUDENTS - 1],
                    (int) IntStream.range(0, STUDENTS)
                            .filter(i -> waits[i] > 1000)
                            .count(),
                    (int) IntStream.range(0, STUDENTS)
                            .filter(i -> waits[i] > 3000)
                            .count(),
                    unsaved.average(),
                    unsaved.atMost(),
                    unsaved.never());
        }

        /** When each person's click was committed; waits for the last, unless nothing more comes. */
        private Map<String, Instant> saved(Instant begin) throws SQLException, InterruptedException {
            Map<String, Instant> saved = new HashMap<>();
            Instant news = Instant.now();
            while (saved.size() < STUDENTS && Instant.now().isBefore(news.plus(NOTHING_MORE))) {
                Thread.sleep(100);
                int before = saved.size();
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(
                                "select person, max(at) from entry where at >= '" + begin + "' group by person")) {
                    while (rows.next()) {
                        saved.put(rows.getString(1), rows.getTimestamp(2).toInstant());
                    }
                }
                news = saved.size() > before ? Instant.now() : news;
            }
            return saved;
        }

        private static double millis(Instant from, Instant to) {
            return Duration.between(from, to).toNanos() / 1e6;
        }

        @Override
        public void close() throws InterruptedException {
            closing = true;
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            slack.awaitSocketsLeft(0);
        }
    }
}
