package org.lessonbot.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
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
        Thread end = new Thread(started::close, "end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            new Bot(settings, started).start(terminal.err()::println);
            terminal.say("cli.running.data", settings.dataDir().toString());
            new CountDownLatch(1).await();
        } finally {
            started.close();
        }
        return Exit.DONE;
    }
}
