package org.lessonbot.app;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lessonbot.app.settings.SettingsException;
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
    public Integer call() throws SettingsException {
        List<Finding> findings = new Checks(common.settings(terminal), terminal.words(), terminal.err()::println).all();
        findings.forEach(finding -> terminal.out()
                .printf(
                        Locale.ROOT,
                        "%-6s %s%n",
                        finding.status(),
                        finding.says().replace("\n", "\n       ")));
        boolean faulty = findings.stream().anyMatch(finding -> finding.status() == Finding.Status.FAULT);
        terminal.say(faulty ? "cli.doctor.faulty" : "cli.doctor.well");
        return faulty ? Exit.FAILED : Exit.DONE;
    }
}
