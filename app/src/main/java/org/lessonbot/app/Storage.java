package org.lessonbot.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.store.Database;
import org.lessonbot.store.embedded.EmbeddedPostgres;

/** The database that the settings name: one's own, or the one that the program brings along. */
final class Storage {
    private final Settings settings;

    Storage(Settings settings) {
        this.settings = settings;
    }

    /** The folder of the database that the program brings along. */
    static Path folder(Settings settings) {
        return settings.dataDir().resolve("postgres");
    }

    /**
     * Opens the database, after starting it where it is ours; tells whoever else wants to read it where it is.
     *
     * @param connections at most this many
     */
    Database open(Started started, int connections, Consumer<String> progress) {
        Database.Access access = settings.database().orElseGet(() -> {
            EmbeddedPostgres postgres = started.add(EmbeddedPostgres.start(folder(settings), progress));
            Database.Access own = new Database.Access(postgres.jdbcUrl(), postgres.user(), postgres.password());
            started.add(RunningFile.write(settings.dataDir(), own));
            return own;
        });
        return started.add(Database.open(access, connections));
    }

    /** Opens the database for a command: the one of a bot that runs now, or as {@link #open} does. */
    Database reach(Started started, int connections, Consumer<String> progress) {
        Optional<Database> running = running(connections);
        running.ifPresent(started::add);
        return running.orElseGet(() -> open(started, connections, progress));
    }

    /** The database of a bot that runs now on our data folder. */
    private Optional<Database> running(int connections) {
        if (settings.database().isPresent()) {
            return Optional.empty();
        }
        Optional<Database> open =
                RunningFile.read(settings.dataDir()).map(access -> Database.open(access, connections));
        // A bot that was killed leaves the file behind, and no server.
        if (open.isPresent() && !open.get().isReachable()) {
            open.get().close();
            return Optional.empty();
        }
        return open;
    }
}
