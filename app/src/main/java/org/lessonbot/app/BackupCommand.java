package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.store.backup.Backup;
import org.lessonbot.store.backup.BackupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all that the database holds into a file, whether the bot runs or not. */
@Command(name = "backup", versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {
    private static final int ENOUGH = 2;

    private final Terminal terminal;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE")
    private Path file;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, IOException {
        Progress progress = new Progress(terminal);
        Storage storage = new Storage(common.settings(terminal), terminal.words());
        try (Started started = new Started()) {
            Backup.Written written = Backup.write(
                    storage.reach(started, ENOUGH, progress::note).access(),
                    file,
                    (done, all) -> progress.share("cli.backup.progress", done, all));
            progress.end();
            terminal.say("cli.backup.written", file, written.lessons(), written.rows(), size(written.bytes()));
            return Exit.DONE;
        } catch (FileAlreadyExistsException there) {
            throw new FailureException(terminal.words().say("cli.backup.there", file), there);
        } catch (BackupException refused) {
            throw BackupFailures.said(refused, file, terminal.words());
        } finally {
            progress.end();
        }
    }

    /** In whole kB, which is exact enough for people and never zero. */
    private static long size(long bytes) {
        return (bytes + 999) / 1000;
    }
}
