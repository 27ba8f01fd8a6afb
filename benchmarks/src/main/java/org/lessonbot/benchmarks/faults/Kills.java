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
 * {@code kill -9} at random instants of a burst; in every third while the teacher moves the lesson on. What was seen of each is
 * written down at once, and found there by whoever goes on with the same chance: hundreds need not be made in one go.
 */
final class Kills {
    private static final int STUDENTS = 24;
    private static final int SHORTEST_MS = 50;
    private static final int LONGEST_MS = 1_500;
    private static final int MOVE_MS = 400;

    private final Path jar;
    private final Path home;
    private final Chat chat;
    private final Facts facts;
    private final Map<String, String> settings;
    private final Scene scene;
    private final Outcome outcome;
    private final long seed;
    private final Path book;
    private final Set<String> complaints = new HashSet<>();

    /** @param book where what is seen is written down, a line a run */
    Kills(Path jar, Path home, Chat chat, Facts facts, Path book, long seed) {
        this.jar = jar;
        this.home = home;
        this.chat = chat;
        this.facts = facts;
        this.settings = new HashMap<>(chat.settings());
        this.scene = new Scene(chat, facts);
        this.outcome = new Outcome(name());
        this.book = book;
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

    private Program start() throws IOException, InterruptedException {
        Program program = Program.start(List.of(), jar, home, settings);
        chat.connected(program);
        return program;
    }

    private Program kill(Program program, int run, Outcome one) throws IOException, InterruptedException {
        Random random = new Random(seed + run);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        Burst burst = new Burst(chat, question, STUDENTS, facts.guesses(round), seed + run);
        Pause.of(Duration.ofMillis(SHORTEST_MS + random.nextInt(LONGEST_MS - SHORTEST_MS)));
        if (run % 3 == 0) {
            Thread teacher = new Thread(() -> lead(chat), "teacher");
            teacher.start();
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

    private static void lead(Chat chat) {
        try {
            chat.lead("next");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
