package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.slack.tables.Migrations;
import org.lessonbot.store.Database;
import org.lessonbot.store.Schema;
import org.lessonbot.store.backup.BackupException;
import org.lessonbot.store.backup.BackupFile;
import org.lessonbot.store.backup.Restore;
import org.lessonbot.web.tables.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills the database from a backup: the one that comes with the program, or one's own. */
@Command(name = "restore", versionProvider = Version.class)
final class RestoreCommand implements Callable<Integer> {
    private static final List<Schema> SCHEMAS = List.of(Schema.CORE, Tables.SCHEMA, Migrations.SCHEMA);
    private static final int ENOUGH = 2;

    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--replace")
    private boolean replace;

    @Parameters(paramLabel = "FILE")
    private Path file;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, IOException {
        Progress progress = new Progress(terminal);
        Settings settings = common.settings(terminal);
        // The file is read to its end before even a server is started.
        try (BackupFile backup = BackupFile.open(file);
                Started started = new Started()) {
            Storage storage = new Storage(settings, terminal.words());
            if (storage.isRunning()) {
                throw new FailureException(terminal.words().say("cli.restore.in-use"));
            }
            Database database = storage.open(started, ENOUGH, progress::note);
            if (database.version() < Database.OLDEST) {
                throw new FailureException(storage.tooOld(database.version()));
            }
            new Restore(database.access(), SCHEMAS, (done, all) -> progress.share("cli.restore.progress", done, all))
                    .from(backup, replace);
            progress.end();
            terminal.say("cli.restore.done", file, backup.made());
            return Exit.DONE;
        } catch (BackupException refused) {
            throw BackupFailures.said(refused, file, terminal.words());
        } finally {
            progress.end();
        }
    }
}
