package org.lessonbot.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.check.CheckReport;
import org.lessonbot.editorial.check.ContentCheck;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Names every fault of the lessons and their banks, and their figures. */
@Command(name = "check", versionProvider = Version.class)
final class PromptsCheck implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    @Mixin
    private PromptsFolder prompts;

    PromptsCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = prompts.at(terminal);
        CheckReport report = new ContentCheck(new PlanReader(Activities.contentTypes())).check(Library.at(folder));
        report.faults().forEach(fault -> terminal.out().println(PromptsFolder.line(folder, fault)));
        report.lessons().forEach(figures -> terminal.out().println(new FiguresText(terminal.words()).of(figures)));
        terminal.say("cli.prompts.faults", report.faults().size());
        return report.faults().isEmpty() ? Exit.DONE : Exit.FAILED;
    }
}
