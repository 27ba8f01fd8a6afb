package org.lessonbot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lessonbot.benchmarks.inside.Sql;
import org.lessonbot.store.embedded.EmbeddedPostgres;

/** The one PostgreSQL that all builds and pgbench meet in turn: the product's own, with its settings, fsync among them. */
public final class Server {
    private static final Map<String, String> SETTINGS = Map.of(
            "max_connections", "200",
            "shared_preload_libraries", "pg_stat_statements",
            // Only where statements are what is measured.
            "pg_stat_statements.track", "none");

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private int databases;

    private Server(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /**
     * Starts it; it ends with this program.
     *
     * @param under the folder below which it keeps its data: on the disk that is to be measured
     */
    public static Server start(Path under) throws IOException {
        Path folder = Files.createTempDirectory(under.toAbsolutePath(), "server-");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            // As root the server runs as somebody else.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                new EmbeddedPostgres.Options(folder, folder.resolve("binaries"), SETTINGS, step -> {}));
        Server server = new Server(folder, postgres);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "server-end"));
        return server;
    }

    /** An empty database in which statements can be counted. */
    public Sql database() throws SQLException {
        return database("template0");
    }

    /** A copy of a database that nobody is connected to. */
    Sql copy(Sql model) throws SQLException {
        return database(model.url().substring(model.url().lastIndexOf('/') + 1));
    }

    private Sql database(String template) throws SQLException {
        String name = "figures_" + ++databases;
        admin().run("create database " + name + " template " + template);
        return at(name);
    }

    /** Lets statements be counted from now on. */
    void count(Sql database) throws SQLException {
        database.run("create schema stats");
        database.run("create extension pg_stat_statements schema stats");
        database.run("do $$ begin execute format('alter database %I set pg_stat_statements.track = top',"
                + " current_database()); end $$");
    }

    void drop(Sql database) throws SQLException {
        admin().run("drop database " + database.url().substring(database.url().lastIndexOf('/') + 1) + " with (force)");
    }

    Sql admin() {
        return at("postgres");
    }

    private Sql at(String database) {
        return new Sql(postgres.jdbcUrl(database), postgres.user(), postgres.password());
    }

    int port() {
        return postgres.port();
    }

    long pid() {
        return postgres.pid();
    }

    private void close() {
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
