package org.lessonbot.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything, and says what to do about each fault. */
@Command(name = "doctor", versionProvider = Version.class)
final class Doctor implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    Doctor(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Exit.DONE;
    }
}
