package org.lessonbot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.engine.door.Reports;
import org.lessonbot.page.Page;
import org.lessonbot.plan.Phrasebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a page about a lesson, or about several, whether the bot runs or not. */
@Command(name = "report", versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--lesson", paramLabel = "N", required = true)
    private String lesson;

    @Option(names = "--names")
    private boolean names;

    @Option(names = "--handout")
    private boolean handout;

    @Option(names = "--room")
    private boolean room;

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
            terminal.write(page(reports).html().getBytes(StandardCharsets.UTF_8), out);
        }
        return Exit.DONE;
    }

    private Page page(Reports reports) {
        if (!lesson.matches("\\d{1,18}(,\\d{1,18})*")) {
            throw new FailureException(terminal.words().say("cli.report.no-number", lesson));
        }
        List<Long> lessons =
                Stream.of(lesson.split(",")).map(Long::parseLong).distinct().toList();
        boolean several = room || lessons.size() > 1;
        if (several && (names || handout)) {
            throw new FailureException(terminal.words().say("cli.report.one-lesson", lesson));
        }
        return page(reports, lessons, several)
                .orElseThrow(() -> new FailureException(terminal.words().say("cli.report.no-lesson", lesson)));
    }

    private Optional<Page> page(Reports reports, List<Long> lessons, boolean several) {
        Instant now = Clock.systemUTC().instant();
        if (several) {
            return reports.beside(
                    room
                            ? lessons.stream()
                                    .flatMap(one -> reports.heldWith(one).stream())
                                    .toList()
                            : lessons,
                    now);
        }
        long one = lessons.get(0);
        return handout ? reports.handout(one, now) : reports.report(one, names, Optional.empty(), now);
    }
}
