package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every command has. */
final class Common {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE")
    private @Nullable Path config;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Settings settings(Terminal terminal) throws SettingsException {
        return Settings.read(terminal.home(), file(), terminal.environment());
    }

    /** The file that stands nearest before the command's own arguments: who names one before the command means it too. */
    private Optional<Path> file() {
        return Stream.iterate(command, Objects::nonNull, CommandSpec::parent)
                .map(spec ->
                        spec == command ? config : spec.findOption("--config").<Path>getValue())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
