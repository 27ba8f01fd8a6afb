package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.chat.Action;

/** Two programs serve one room together, on one PostgreSQL, and something happens to one of them. */
final class Instances {
    private static final Duration HANGS = Duration.ofSeconds(40);
    private static final Duration AFTERWARDS = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN = 48;
    private static final Path FAKETIME = Path.of("/usr/bin/faketime");

    private final Path jar;
    private final Path work;
    private final long seed;

    Instances(Path jar, Path work, long seed) {
        this.jar = jar;
        this.work = work;
        this.seed = seed;
    }

    List<Outcome> run(int runs) throws IOException, InterruptedException {
        Path home = Faults.folder(work, "instances-");
        try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                BrowserChat chat = new BrowserChat(Kills.students());
                Program first = program(home.resolve("first"), chat.settings(0), postgres)) {
            chat.connected(first);
            Program second = program(home.resolve("second"), chat.settings(1), postgres);
            try {
                chat.connected(second);
                Facts facts = Facts.at(postgres::here);
                Outcome hangs = new Outcome("one of two instances hangs for 40 s (`SIGSTOP`) and comes back");
                Outcome dies = new Outcome("one of two instances dies (`kill -9`)");
                for (int run = 1; run <= runs; run++) {
                    hang(second, chat, facts, hangs, run);
                    kill(second, chat, facts, dies, run);
                    second = program(home.resolve("second"), chat.settings(1), postgres);
                    chat.connected(second);
                }
                return List.of(hangs, dies);
            } finally {
                second.close();
            }
        }
    }

    /** One of the two goes by a clock that is wrong. */
    List<Outcome> clocks(int runs) throws IOException, InterruptedException {
        if (!Files.isExecutable(FAKETIME)) {
            System.err.println("not done: a clock that is wrong, without " + FAKETIME + " (Debian: faketime)");
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String wrong : List.of("+5m", "-5m")) {
            Outcome outcome = new Outcome("the clock of one of two instances is wrong, " + wrong);
            Path home = Faults.folder(work, "clocks-");
            try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                    BrowserChat chat = new BrowserChat(Kills.students());
                    Program right = program(home.resolve("right"), chat.settings(0), postgres)) {
                chat.connected(right);
                List<String> before = List.of(
                        "env",
                        "FAKETIME_DONT_FAKE_MONOTONIC=1",
                        "FAKETIME_FORCE_MONOTONIC_FIX=0",
                        FAKETIME.toString(),
                        "-f",
                        wrong);
                try (Program other = program(before, home.resolve("wrong"), chat.settings(1), postgres)) {
                    chat.connected(other);
                    for (int run = 1; run <= runs; run++) {
                        leadFromBoth(chat, Facts.at(postgres::here), outcome, run);
                    }
                }
            }
            System.err.println(outcome.row());
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private void leadFromBoth(BrowserChat chat, Facts facts, Outcome outcome, int run) throws InterruptedException {
        Scene scene = new Scene(chat, facts);
        chat.teacherAt(run % 2);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        chat.spread();
        chat.teacherAt(1 - run % 2);
        long began = System.nanoTime();
        Burst burst = new Burst(chat, question, Kills.students(), facts.guesses(round), seed + run);
        if (burst.goesOn(AGAIN, PATIENCE)) {
            outcome.heard(Duration.ofNanos(System.nanoTime() - began));
        } else {
            outcome.wrong("run " + run + ": nobody is heard");
        }
        Pause.of(Duration.ofSeconds(8));
        burst.callOff();
        outcome.ran(burst);
        scene.judge(round, burst, outcome, run);
    }

    private Program program(Path home, Map<String, String> web, Postgres postgres) throws IOException {
        return program(List.of(), home, web, postgres);
    }

    private Program program(List<String> before, Path home, Map<String, String> web, Postgres postgres)
            throws IOException {
        home.toFile().mkdirs();
        Map<String, String> settings = new HashMap<>(web);
        settings.putAll(DatabaseFaults.settings(postgres, "127.0.0.1:" + postgres.port()));
        return Program.start(before, jar, home, settings);
    }

    /** What the one that hung had in its hands loses against what was said by the other meanwhile. */
    private void hang(Program program, BrowserChat chat, Facts facts, Outcome outcome, int run)
            throws IOException, InterruptedException {
        Scene scene = new Scene(chat, facts);
        chat.teacherAt(0);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        chat.spread();
        chat.fallBackTo(0);
        Burst burst = new Burst(chat, question, Kills.students(), facts.guesses(round), seed + run);
        burst.goesOn(AGAIN, PATIENCE);
        program.hang();
        long hung = System.nanoTime();
        chat.teacherAt(1);
        chat.lead("extend");
        chat.teacherAt(0);
        if (burst.goesOn(AGAIN, PATIENCE)) {
            outcome.heard(Duration.ofNanos(System.nanoTime() - hung));
        } else {
            outcome.wrong("run " + run + ": nobody is heard any more");
        }
        Pause.of(Duration.ofSeconds(8));
        burst.callOff();
        outcome.ran(burst);
        chat.lead("extend");
        long moves = moves(facts, round);
        Pause.of(HANGS.minus(Duration.ofNanos(System.nanoTime() - hung)));
        burst.wronged(facts.guesses(round))
                .forEach(each -> outcome.wrong("run " + run + ", before it came back: " + each));
        program.goOn();
        Pause.of(AFTERWARDS);
        scene.judge(round, burst, outcome, run);
        if (moves(facts, round) != moves) {
            outcome.wrong("run " + run + ": it moved the lesson after it came back");
        }
        chat.spread();
    }

    private static long moves(Facts facts, Action round) {
        return facts.number("select count(*) from move where lesson = " + round.lesson());
    }

    private void kill(Program program, BrowserChat chat, Facts facts, Outcome outcome, int run)
            throws IOException, InterruptedException {
        Scene scene = new Scene(chat, facts);
        chat.teacherAt(0);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        chat.spread();
        chat.fallBackTo(0);
        Burst burst = new Burst(chat, question, Kills.students(), facts.guesses(round), seed + 100 + run);
        burst.goesOn(AGAIN, PATIENCE);
        chat.teacherAt(0);
        program.kill();
        long died = System.nanoTime();
        if (burst.goesOn(AGAIN, PATIENCE)) {
            outcome.heard(Duration.ofNanos(System.nanoTime() - died));
        } else {
            outcome.wrong("run " + run + ": nobody is heard any more");
        }
        burst.callOff();
        outcome.ran(burst);
        scene.judge(round, burst, outcome, run);
    }
}
