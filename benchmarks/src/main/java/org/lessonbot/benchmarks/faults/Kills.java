package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lessonbot.chat.Action;

/**
 * {@code kill -9} at random instants of a burst: of three kills one soon after it began, one once somebody was heard, and one
 * while the teacher ends a round and opens another. What was seen of each is written down at once, and found there by whoever
 * goes on with the same chance: hundreds need not be made in one go. So that a kill costs little, PostgreSQL is not the program's
 * own, and Java finds its classes as an orderly program left them.
 */
final class Kills {
    private static final int STUDENTS = 24;
    private static final int SOON_MS = 300;
    private static final int LONGEST_MS = 1_500;
    private static final int MOVE_MS = 800;
    private static final Duration HEARD = Duration.ofSeconds(30);
    private static final int BETWEEN_MOVES_MS = 600;

    private final Path jar;
    private final Path home;
    private final Chat chat;
    private final Facts facts;
    private final Map<String, String> settings;
    private final Scene scene;
    private final Outcome outcome;
    private final long seed;
    private final Path book;
    private final Path classes;
    private final Set<String> complaints = new HashSet<>();

    /** @param book where what is seen is written down, a line a run */
    Kills(Path jar, Path home, Chat chat, Postgres postgres, Path book, long seed) {
        this.jar = jar;
        this.home = home;
        this.chat = chat;
        this.facts = Facts.at(postgres::here);
        this.settings = new HashMap<>(chat.settings());
        settings.putAll(DatabaseFaults.settings(postgres, "127.0.0.1:" + postgres.port()));
        this.scene = new Scene(chat, facts);
        this.outcome = new Outcome(name());
        this.book = book;
        this.classes = home.resolve("classes.jsa");
        this.seed = seed;
    }

    private String name() {
        return "`kill -9` in a burst of clicks, " + chat.name();
    }

    static int students() {
        return STUDENTS;
    }

    /** Until so many were made, now or before. */
    Outcome run(int runs) throws IOException, InterruptedException {
        List<String> made = Files.exists(book) ? Files.readAllLines(book) : List.of();
        made.forEach(outcome::add);
        if (made.size() >= runs) {
            return outcome;
        }
        keepClasses();
        Program program = start();
        try {
            for (int run = made.size() + 1; run <= runs; run++) {
                Outcome one = new Outcome(name());
                program = kill(program, run, one);
                chat.complaints().stream().filter(complaints::add).forEach(one::wrong);
                Files.writeString(book, one.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                outcome.add(one.line());
            }
        } finally {
            program.close();
        }
        return outcome;
    }

    /** A program that goes orderly after it has heard people leaves its classes for those that are killed. */
    private void keepClasses() throws IOException, InterruptedException {
        try (Program program = start("-XX:ArchiveClassesAtExit=" + classes)) {
            Chat.Shown question = scene.question();
            Burst burst = new Burst(chat, question, 1, Map.of(), seed);
            burst.goesOn(1, HEARD);
            burst.callOff();
        }
        chat.disconnected();
    }

    private Program start() throws IOException, InterruptedException {
        return start("-XX:SharedArchiveFile=" + classes);
    }

    private Program start(String java) throws IOException, InterruptedException {
        Program program = Program.start(List.of(), List.of(java), jar, home, settings);
        chat.connected(program);
        return program;
    }

    private Program kill(Program program, int run, Outcome one) throws IOException, InterruptedException {
        Random random = new Random(seed + run);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        Burst burst = new Burst(chat, question, STUDENTS, facts.guesses(round), seed + run);
        boolean soon = run % 3 == 1;
        if (!soon) {
            burst.goesOn(1, HEARD);
        }
        Pause.of(Duration.ofMillis(random.nextInt(soon ? SOON_MS : LONGEST_MS)));
        if (run % 3 == 0) {
            int between = random.nextInt(BETWEEN_MOVES_MS);
            new Thread(() -> move(between), "teacher").start();
            Pause.of(Duration.ofMillis(random.nextInt(MOVE_MS)));
        }
        program.kill();
        chat.disconnected();
        burst.callOff();
        one.ran(burst);

        Program next = start();
        one.heard(next.age());
        scene.judge(round, burst, one, run);
        return next;
    }

    private void move(int between) {
        try {
            chat.lead("next");
            Pause.of(Duration.ofMillis(between));
            chat.lead("again");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
