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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lessonbot.engine.Await;
import org.lessonbot.store.embedded.EmbeddedPostgres;
import org.lessonbot.store.embedded.PreparedCluster;

/**
 * A database of its own for one test, on a real PostgreSQL that all tests of one JVM share.
 *
 * <p>The server is far from UTC and off the whole hour, so that a forgotten time zone shows. It is as forgetful as it
 * is quick, and vanishes with the JVM.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String OTHERS = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and usename = current_user and pid <> pg_backend_pid()";

    /** Making indexes reads all of a table, and so does the purge every few hours. */
    private static final String READ =
            "select relname from pg_stat_user_tables where seq_scan > 10 and relname not like 'migration%' order by 1";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<Consumer<TestDatabase>, UsedDatabases> COPIES = new ConcurrentHashMap<>();

    private final String name;
    private final String user;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TestDatabase(String name, String user, Runnable end) {
        this.name = name;
        this.user = user;
        this.end = end;
    }

    /** An empty database. */
    public static TestDatabase fresh() {
        String name = copyOf("template0");
        return new TestDatabase(
                name,
                Server.POSTGRES.user(),
                () -> execute(String.format(Locale.ROOT, "DROP DATABASE IF EXISTS %s WITH (FORCE)", name)));
    }

    /**
     * A database as the migrator leaves it. It runs once for a JVM, and each call gets a copy of what it made: keep it
     * in a constant, and let it close its connections.
     */
    public static TestDatabase fresh(Consumer<TestDatabase> migrator) {
        UsedDatabases copies = COPIES.computeIfAbsent(migrator, unused -> {
            TestDatabase original = fresh();
            migrator.accept(original);
            return new UsedDatabases(original);
        });
        UsedDatabases.Copy copy = copies.take();
        return new TestDatabase(copy.name(), copy.user(), () -> copies.giveBack(copy));
    }

    /** A name that no database and no user had. */
    static String newName() {
        return "test_" + COUNT.incrementAndGet();
    }

    static String copyOf(String template) {
        String name = newName();
        // Files are copied in half the time of blocks through the log, as nothing is ever synced.
        execute(String.format(Locale.ROOT, "CREATE DATABASE %s TEMPLATE %s %s", name, template, Server.COPIED));
        return name;
    }

    /**
     * The tables that were read from end to end again and again, for want of an index; once all who were connected are gone, as
     * PostgreSQL counts what somebody did when they leave at the latest.
     */
    public List<String> readFromEndToEnd() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Await.PATIENT.until("all to leave " + name, () -> others(statement), seen -> seen == 0);
            return UsedDatabases.all(statement, READ);
        }
    }

    private static long others(Statement statement) {
        try {
            return UsedDatabases.count(statement, OTHERS);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Its address. */
    public String jdbcUrl() {
        return Server.POSTGRES.jdbcUrl(name);
    }

    /** Who may do everything there. */
    public String user() {
        return user;
    }

    /** That user's. */
    public String password() {
        return Server.POSTGRES.password();
    }

    /** A new connection; whoever asks closes it. */
    public Connection connect() throws SQLException {
        return connect(jdbcUrl(), user);
    }

    /** A connection of the server's owner. */
    static Connection connectTo(String database) throws SQLException {
        return connect(Server.POSTGRES.jdbcUrl(database), Server.POSTGRES.user());
    }

    /** However long it takes: every pool sets the two seconds that its clicks wait as the limit of the whole JVM. */
    private static Connection connect(String url, String user) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", Server.POSTGRES.password());
        properties.setProperty("loginTimeout", "0");
        return DriverManager.getConnection(url, properties);
    }

    /** Ends whoever is still connected, and the database for this test. A test that makes only a few need not. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end.run();
        }
    }

    static void execute(String... statements) {
        try (Connection connection = connectTo("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
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

        /** PostgreSQL 14 knows no other way. */
        static final String COPIED = version() < 15 ? "" : "STRATEGY FILE_COPY";

        private static int version() {
            try (Connection connection = connectTo("postgres")) {
                return connection.getMetaData().getDatabaseMajorVersion();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

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
