package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import picocli.CommandLine.Option;

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

    Settings settings(Terminal terminal) throws SettingsException {
        return Settings.read(terminal.home(), Optional.ofNullable(config), terminal.environment());
    }
}
