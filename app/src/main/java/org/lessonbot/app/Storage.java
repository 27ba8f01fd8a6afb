package org.lessonbot.app;

import java.nio.file.Path;
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
}
