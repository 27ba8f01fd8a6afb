package org.lessonbot.app;

import java.net.URI;
import java.util.concurrent.Callable;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.slack.SlackManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the Slack app's manifest: over sockets, or over HTTP where that is configured with a public address. */
@Command(name = "slack-manifest", versionProvider = Version.class)
final class ManifestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    ManifestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException {
        Settings settings = common.settings(terminal);
        boolean http = settings.slack().flatMap(Settings.Slack::http).isPresent()
                && settings.web().publicUrl().isPresent();
        boolean several = settings.slack().flatMap(Settings.Slack::install).isPresent();
        URI base = settings.web().publicUrl().orElse(URI.create("https://localhost"));
        terminal.out().print(http ? SlackManifest.overHttp(base, several) : SlackManifest.overSockets());
        terminal.out().flush();
        return Exit.DONE;
    }
}
