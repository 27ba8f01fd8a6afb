package org.lessonbot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.engine.Reports;
import org.lessonbot.page.Page;
import org.lessonbot.plan.Phrasebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a page about a lesson, whether the bot runs or not. */
@Command(name = "report", versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--lesson", paramLabel = "N", required = true)
    private String lesson;

    @Option(names = "--names")
    private boolean names;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, IOException {
        try (Started started = new Started()) {
            Settings settings = common.settings(terminal);
            Storage storage = new Storage(settings, terminal.words());
            Reports reports = new Reports(
                    storage.reachMigrated(started, terminal.err()::println), Phrasebook::of, settings.clubsZone());
            write(page(reports));
        }
        return Exit.DONE;
    }

    private Page page(Reports reports) {
        if (!lesson.matches("\\d{1,18}")) {
            throw new FailureException(terminal.words().say("cli.report.no-number", lesson));
        }
        return reports.report(
                        Long.parseLong(lesson),
                        names,
                        List.of(),
                        Clock.systemUTC().instant())
                .orElseThrow(() -> new FailureException(terminal.words().say("cli.export.no-lesson", lesson)));
    }

    private void write(Page page) throws IOException {
        if (out == null) {
            terminal.out().write(page.html().getBytes(StandardCharsets.UTF_8));
            terminal.out().flush();
        } else {
            Files.writeString(out, page.html());
            terminal.complain("cli.export.written", out.toString());
        }
    }
}
