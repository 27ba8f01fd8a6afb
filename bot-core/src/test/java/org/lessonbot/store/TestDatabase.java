package org.lessonbot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lessonbot.store.embedded.EmbeddedPostgres;
import org.lessonbot.store.embedded.PreparedCluster;

/**
 * A database of its own for one test, on a real PostgreSQL that all tests of one JVM share.
 *
 * <p>The server is far from UTC and off the whole hour, so that a forgotten time zone shows. It is as forgetful as it
 * is quick, and vanishes with the JVM.
 *
 * @param name its name on the server
 * @param jdbcUrl its address
 * @param user who may do everything there
 * @param password that user's
 */
public record TestDatabase(String name, String jdbcUrl, String user, String password) implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<Consumer<TestDatabase>, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();

    /** An empty database. */
    public static TestDatabase fresh() {
        return copyOf("template0");
    }

    /**
     * A database as the migrator leaves it. It runs once for a JVM, and each call gets a copy of what it made: keep it
     * in a constant, and let it close its connections.
     */
    public static TestDatabase fresh(Consumer<TestDatabase> migrator) {
        return copyOf(
                TEMPLATES.computeIfAbsent(migrator, TestDatabase::migrated).name());
    }

    private static TestDatabase migrated(Consumer<TestDatabase> migrator) {
        TestDatabase template = fresh();
        migrator.accept(template);
        return template;
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        // Files are copied in half the time of blocks through the log, as nothing is ever synced.
        execute(String.format(Locale.ROOT, "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY", name, template));
        EmbeddedPostgres postgres = Server.POSTGRES;
        return new TestDatabase(name, postgres.jdbcUrl(name), postgres.user(), postgres.password());
    }

    /** A new connection; whoever asks closes it. */
    public Connection connect() throws SQLException {
        return connect(jdbcUrl, user, password);
    }

    /** However long it takes: every pool sets the two seconds that its clicks wait as the limit of the whole JVM. */
    private static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "0");
        return DriverManager.getConnection(url, properties);
    }

    /** Drops the database, with whoever is still connected. A test that makes only a few need not. */
    @Override
    public void close() {
        execute(String.format(Locale.ROOT, "DROP DATABASE IF EXISTS %s WITH (FORCE)", name));
    }

    private static void execute(String sql) {
        EmbeddedPostgres postgres = Server.POSTGRES;
        try (Connection connection = connect(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Where all test JVMs of this user share PostgreSQL's programs, which take a second to unpack. */
    public static Path sharedBinaries() {
        return temporary().resolve("lesson-bot-postgres-" + System.getProperty("user.name"));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Starts with the first test that asks for a database. */
    private static final class Server {

        private static final Map<String, String> SETTINGS = Map.of(
                "fsync", "off",
                "synchronous_commit", "off",
                "full_page_writes", "off",
                "autovacuum", "off",
                "max_connections", "300",
                "timezone", "Asia/Kathmandu");

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path build = Path.of("target");
                Path folder =
                        Files.createTempDirectory(Files.isDirectory(build) ? build : temporary(), "test-database-");
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
                PreparedCluster.copyTo(folder, sharedBinaries());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        new EmbeddedPostgres.Options(folder, sharedBinaries(), SETTINGS, progress -> {}));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    delete(folder);
                }));
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
