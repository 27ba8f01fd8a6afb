package org.lessonbot.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.web.WebAdapter;
import org.lessonbot.web.WebLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the bot until it is told to end. */
@Command(name = "lesson-bot", versionProvider = Version.class)
final class Run implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    Run(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, InterruptedException {
        Settings settings = common.settings(terminal);
        Started started = new Started();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end"));
        try {
            Logs.toFile(settings.dataDir());
            Bot.Running running =
                    new Bot(settings, WebLimits.DEFAULT, terminal.words(), started).start(terminal.err()::println);
            welcome(settings, running.web());
            // Only a signal ends it, and the shutdown hook is what then does.
            new CountDownLatch(1).await();
        } finally {
            started.close();
        }
        return Exit.DONE;
    }

    private void welcome(Settings settings, WebAdapter web) {
        String room = web.openRoom(terminal.words().say("cli.running.room"));
        terminal.say("cli.running.title");
        terminal.say("cli.running.teacher", web.teacherLink(room));
        terminal.say("cli.running.students", web.studentLink(room), web.joinCode(room));
        terminal.say("cli.running.board", web.boardLink(room));
        terminal.say("cli.running.data", settings.dataDir());
        terminal.say(settings.discord().isPresent() ? "cli.running.discord" : "cli.running.discord-off");
        terminal.say(settings.slack().isPresent() ? "cli.running.slack" : "cli.running.slack-off");
        terminal.say("cli.running.end");
    }
}
