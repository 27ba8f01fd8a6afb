package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.chat.Action;

/** The line on which a chat brings what people do is gone, and neither end was told. */
final class HalfOpen {
    /** JDA finds out by the second beat that is not answered, 41 s apart. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int AGAIN = 48;

    private final Path jar;
    private final Path work;
    private final int runs;
    private final long seed;

    HalfOpen(Path jar, Path work, int runs, long seed) {
        this.jar = jar;
        this.work = work;
        this.runs = runs;
        this.seed = seed;
    }

    List<Outcome> run() throws IOException, InterruptedException {
        return List.of(discord(), slack());
    }

    private Outcome discord() throws IOException, InterruptedException {
        try (DiscordChat chat = new DiscordChat(Kills.students());
                Wire wire = chat.wire()) {
            return lose(chat, wire, Map.of("LESSON_BOT_DISCORD_GATEWAY_URL", "ws://127.0.0.1:" + wire.port() + "/"));
        }
    }

    private Outcome slack() throws IOException, InterruptedException {
        try (SlackChat chat = new SlackChat(Kills.students());
                Wire wire = chat.wire()) {
            return lose(chat, wire, Map.of());
        }
    }

    private Outcome lose(Chat chat, Wire wire, Map<String, String> more) throws IOException, InterruptedException {
        Outcome outcome = new Outcome("the line to " + chat.name() + " half open: nothing comes, and nobody hangs up");
        Path home = Faults.folder(work, "half-open-");
        Map<String, String> settings = new HashMap<>(chat.settings());
        settings.putAll(more);
        Facts facts = Facts.broughtAlong(home);
        Scene scene = new Scene(chat, facts);
        try (Program program = Program.start(List.of(), jar, home, settings)) {
            chat.connected(program);
            for (int run = 1; run <= runs; run++) {
                Chat.Shown question = scene.question();
                Action round = question.guesses().get(0);
                Burst burst = new Burst(chat, question, Kills.students(), facts.guesses(round), seed + run);
                burst.goesOn(AGAIN, PATIENCE);
                wire.forget();
                long lost = System.nanoTime();
                if (burst.goesOn(AGAIN, PATIENCE)) {
                    outcome.heard(Duration.ofNanos(System.nanoTime() - lost));
                } else {
                    outcome.wrong("run " + run + ": nobody is heard any more");
                }
                burst.callOff();
                outcome.ran(burst);
                scene.judge(round, burst, outcome, run);
            }
        }
        System.err.println(outcome.row());
        return outcome;
    }
}
