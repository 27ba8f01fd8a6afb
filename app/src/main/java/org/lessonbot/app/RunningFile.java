package org.lessonbot.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.lessonbot.store.Database;
import org.lessonbot.store.OwnerOnly;

/** A file beside the data that says, while the bot runs, how its owner's other commands reach the database. */
record RunningFile(Path file) implements AutoCloseable {

    static RunningFile write(Path dataDir, Database.Access access) {
        Properties properties = new Properties();
        properties.setProperty("url", access.url());
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        Path file = in(dataDir);
        try {
            Files.deleteIfExists(file);
            OwnerOnly.create(file);
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new RunningFile(file);
    }

    /** How to reach the database, if the bot runs or was killed. */
    static Optional<Database.Access> read(Path dataDir) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(in(dataDir), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (FileSystemException notOurs) {
            // It is not there, or in a folder that is closed to us: then opening the database says what is wrong.
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Optional.of(new Database.Access(
                properties.getProperty("url", ""),
                properties.getProperty("user", ""),
                properties.getProperty("password", "")));
    }

    private static Path in(Path dataDir) {
        return dataDir.resolve("running.properties");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
