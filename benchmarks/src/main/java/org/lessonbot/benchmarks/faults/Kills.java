package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lessonbot.chat.Action;

/** {@code kill -9} at random instants of a burst; in every third while the teacher moves the lesson on. */
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

    Kills(Path jar, Path home, Chat chat, Facts facts, Map<String, String> database, long seed) {
        this.jar = jar;
        this.home = home;
        this.chat = chat;
        this.facts = facts;
        this.settings = new HashMap<>(chat.settings());
        settings.putAll(database);
        this.scene = new Scene(chat, facts);
        this.outcome = new Outcome("`kill -9` in a burst of clicks, " + chat.name());
        this.seed = seed;
    }

    static int students() {
        return STUDENTS;
    }

    Outcome run(int runs) throws IOException, InterruptedException {
        Program program = start();
        try {
            for (int run = 1; run <= runs; run++) {
                program = kill(program, run);
            }
        } finally {
            program.close();
        }
        chat.complaints().forEach(outcome::wrong);
        return outcome;
    }

    private Program start() throws IOException, InterruptedException {
        Program program = Program.start(List.of(), jar, home, settings);
        chat.connected(program);
        return program;
    }

    private Program kill(Program program, int run) throws IOException, InterruptedException {
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
        outcome.ran(burst);

        Program next = start();
        outcome.heard(next.age());
        scene.judge(round, burst, outcome, run);
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
