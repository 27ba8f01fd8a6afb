package org.lessonbot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.engine.door.Results;
import org.lessonbot.report.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes lessons down for other programs, whether the bot runs or not. */
@Command(name = "export", versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--lesson", paramLabel = "N", defaultValue = ALL)
    private String lesson;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv")
    private Format format;

    @Option(names = "--names")
    private boolean names;

    @Option(names = "--semicolons")
    private boolean semicolons;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    /** What can be written; spelled as it is typed. */
    enum Format {
        csv,
        json,
        students,
        reasons,
        xlsx
    }

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, IOException {
        try (Started started = new Started()) {
            Results results =
                    new Storage(common.settings(terminal), terminal.words()).results(started, terminal.err()::println);
            terminal.write(bytes(export(results)), out);
        }
        return Exit.DONE;
    }

    private Export export(Results results) {
        if (lesson.equals(ALL)) {
            return results.all(names);
        }
        if (!lesson.matches("\\d{1,18}")) {
            throw new FailureException(terminal.words().say("cli.export.no-number", lesson));
        }
        return results.lesson(Long.parseLong(lesson), names)
                .orElseThrow(() -> new FailureException(terminal.words().say("cli.export.no-lesson", lesson)));
    }

    private byte[] bytes(Export export) {
        Export.Separator separator = semicolons ? Export.Separator.SEMICOLON : Export.Separator.COMMA;
        return switch (format) {
            case csv -> utf8(export.rows(separator));
            case json -> utf8(export.json());
            case students -> utf8(export.students(separator));
            case reasons -> utf8(export.reasons(separator));
            case xlsx -> export.workbook(terminal.words());
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
