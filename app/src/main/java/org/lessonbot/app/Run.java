package org.lessonbot.app;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.lessonbot.app.rehearsal.SimulatedClass;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.web.WebAdapter;
import org.lessonbot.web.WebLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the bot until it is told to end. */
@Command(name = "lesson-bot", versionProvider = Version.class)
final class Run implements Callable<Integer> {
    private static final int DEMO_STUDENTS = 11;

    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--demo")
    private boolean demo;

    Run(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, InterruptedException {
        Settings settings = common.settings(terminal);
        Started started = new Started();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end"));
        try {
            Logs.toFile(settings.dataDir(), settings.jsonLog());
            Bot.Running running =
                    new Bot(settings, WebLimits.DEFAULT, terminal.words(), started).start(terminal.err()::println);
            String room =
                    running.web().openRoom(Phrasebook.of(settings.language()).say("cli.running.room"));
            welcome(settings, running, room);
            if (demo) {
                started.add(SimulatedClass.join(
                                HttpClient.newHttpClient(),
                                running.web().studentLink(room),
                                DEMO_STUDENTS,
                                new SecureRandom().nextLong(),
                                Phrasebook.of(settings.language())))
                        .live();
                terminal.say("cli.running.demo", DEMO_STUDENTS);
            }
            // Only a signal ends it, and the shutdown hook is what then does.
            new CountDownLatch(1).await();
        } finally {
            started.close();
        }
        return Exit.DONE;
    }

    private void welcome(Settings settings, Bot.Running running, String room) {
        WebAdapter web = running.web();
        terminal.say("cli.running.title");
        terminal.say("cli.running.teacher", web.teacherLink(room));
        terminal.say("cli.running.students", web.studentLink(room), web.joinCode(room));
        terminal.say("cli.running.board", web.boardLink(room));
        terminal.say("cli.running.data", settings.dataDir());
        running.watch().ifPresent(address -> terminal.say("cli.running.metrics", address));
        terminal.say(settings.discord().isPresent() ? "cli.running.discord" : "cli.running.discord-off");
        terminal.say(settings.slack().isPresent() ? "cli.running.slack" : "cli.running.slack-off");
        if (settings.models().isEmpty()) {
            terminal.say("cli.running.models-off");
        } else {
            terminal.say(
                    "cli.running.models",
                    settings.models().stream()
                            .map(ModelSetting::model)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        terminal.say("cli.running.end");
    }
}
