package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.door.Results;
import org.lessonbot.store.Database;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.SignOfLife;
import org.lessonbot.store.embedded.EmbeddedPostgres;

/** The database that the settings name: one's own, or the one that the program brings along. */
final class Storage {
    private static final int FEW = 2;
    private static final int QUESTIONS = 20;

    /** To a server that is not ours: somebody waits for the word that it does not answer. */
    private static final int QUESTIONS_ABROAD = 5;

    private final Settings settings;
    private final Words words;

    /** @param words for whoever started the program */
    Storage(Settings settings, Words words) {
        this.settings = settings;
        this.words = words;
    }

    /** The folder of the database that the program brings along. */
    static Path folder(Settings settings) {
        return settings.dataDir().resolve("postgres");
    }

    /**
     * Opens the database, after starting it where it is ours; tells whoever else wants to read it where it is.
     *
     * @param connections at most this many
     * @throws FailureException if it cannot be reached
     */
    Database open(Started started, int connections, Consumer<String> progress) {
        Database.Access access = settings.database().orElseGet(() -> {
            EmbeddedPostgres postgres = started.add(EmbeddedPostgres.start(folder(settings), progress));
            Database.Access own = new Database.Access(postgres.jdbcUrl(), postgres.user(), postgres.password());
            started.add(RunningFile.write(settings.dataDir(), own));
            return own;
        });
        Database database = started.add(Database.open(access, connections));
        Optional<String> fault = database.fault(QUESTIONS_ABROAD);
        if (settings.database().isEmpty()) {
            // It runs, whatever is said of it in its first seconds.
            for (int i = 1; i < QUESTIONS && fault.isPresent(); i++) {
                fault = database.fault();
            }
        }
        String key = settings.database().isPresent() ? "cli.doctor.database-away" : "cli.database.silent";
        fault.ifPresent(away -> {
            throw new FailureException(words.say(key, away, folder(settings)));
        });
        return database;
    }

    /**
     * As {@link #open}, and brings its tables to this version's state.
     *
     * @throws FailureException if it cannot be reached, is too old, or our user may not make tables
     */
    Database openMigrated(Started started, int connections, Consumer<String> progress) {
        Database database = open(started, connections, progress);
        int version = database.version();
        if (version < Database.OLDEST) {
            throw new FailureException(tooOld(version));
        }
        if (!database.isMigrated() && !database.mayCreateTables()) {
            throw new FailureException(words.say("cli.database.closed"));
        }
        return migrated(database);
    }

    private Database migrated(Database database) {
        if (database.isNewer()) {
            throw new FailureException(words.say("cli.database.newer"));
        }
        try {
            database.migrate();
        } catch (IllegalStateException failure) {
            throw new FailureException(words.say("cli.database.not-migrated", failure.getMessage() + ""), failure);
        }
        return database;
    }

    String tooOld(int version) {
        return words.say("cli.doctor.database-old", number(version), Database.OLDEST / 10_000);
    }

    /** As people write it: 170003 is 17.3. */
    static String number(int version) {
        return version / 10_000 + "." + version % 10_000;
    }

    /** Opens the database for a command: the one of a bot that runs now, or as {@link #open} does. */
    Database reach(Started started, int connections, Consumer<String> progress) {
        Optional<Database> running = running(connections);
        running.ifPresent(started::add);
        return running.orElseGet(() -> open(started, connections, progress));
    }

    /** What was answered in lessons, whether the bot runs or not. */
    Results results(Started started, Consumer<String> progress) {
        return new Results(reachMigrated(started, progress));
    }

    /** The database for a command that reads lessons, with its tables in this version's state. */
    Database reachMigrated(Started started, Consumer<String> progress) {
        Database database = migrated(reach(started, FEW, progress));
        return database;
    }

    /** What models were asked for classes, whether the bot runs or not. */
    Drafts drafts(Started started, Consumer<String> progress) {
        Database database = migrated(reach(started, FEW, progress));
        return new Drafts(database.jdbi(), started.add(new SignOfLife(database)));
    }

    /** Whether a bot runs now on our data folder, with the database that the program brings along. */
    boolean isRunning() {
        Optional<Database> running = running(1);
        running.ifPresent(Database::close);
        return running.isPresent();
    }

    /** Whether a bot runs now, here or elsewhere, on the database of our own that the settings name. */
    boolean isInUse() {
        if (settings.database().isEmpty()) {
            return false;
        }
        try (Database database = Database.open(settings.database().get(), 1)) {
            return SignOfLife.isThere(database);
        }
    }

    /** The database of a bot that runs now on our data folder. */
    private Optional<Database> running(int connections) {
        if (settings.database().isPresent()) {
            return Optional.empty();
        }
        Optional<Database> open =
                RunningFile.read(settings.dataDir()).map(access -> Database.open(access, connections));
        // A bot that was killed leaves the file behind, and no server.
        if (open.isPresent() && open.get().fault().isPresent()) {
            open.get().close();
            return Optional.empty();
        }
        return open;
    }
}
