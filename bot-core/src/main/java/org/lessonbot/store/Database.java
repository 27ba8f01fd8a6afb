package org.lessonbot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The connections to one PostgreSQL, 14 or newer. */
public final class Database implements AutoCloseable {
    /** The oldest server that will do, as {@link #version()} counts. */
    public static final int OLDEST = 140_000;

    /** How long a click waits for a connection before its person is told that it did not count. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** So many times as long a statement may take. */
    private static final int STATEMENTS = 5;

    /** How long opening a connection may take: on a busy machine longer than a click waits for one. */
    private static final int CONNECT_S = 10;

    /** So many of several hosts are tried within that. */
    private static final int HOSTS = 3;

    /** One for all databases of a process, so that each statement is parsed once. */
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final HikariDataSource pool;
    private final Duration answers;
    private final Access access;
    private final Pulse pulse;
    private final Jdbi jdbi;

    private Database(Pool pool, Access access) {
        this.pool = pool;
        this.answers = pool.answers;
        this.access = access;
        this.pulse = pool.pulse;
        this.jdbi = Jdbi.create(pool);
        jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
        // What is told of a statement that failed goes into the log, where nothing may stand that people wrote.
        jdbi.configure(StatementExceptions.class, told -> told.setMessageRendering(MessageRendering.NONE));
    }

    /** Gives nothing to a process that stood still just now. */
    private static final class Pool extends HikariDataSource {
        private final Pulse pulse;
        private final Duration answers;

        /** @param hangs how long a statement may take */
        Pool(HikariConfig config, Duration hangs) {
            super(config);
            this.pulse = new Pulse(hangs);
            this.answers = Duration.ofMillis(config.getConnectionTimeout()).plus(hangs);
        }

        @Override
        public Connection getConnection() throws SQLException {
            pulse.check();
            return super.getConnection();
        }
    }

    /**
     * How to reach it.
     *
     * @param url {@code jdbc:postgresql://…}
     */
    public record Access(String url, String user, String password) {
        private static final Pattern PREPARES_NOTHING = Pattern.compile("(?i)[?&]prepareThreshold=0(&|$)");

        /**
         * Whether sessions are others' between two transactions, as behind a pooler: then nothing is set for them, and no plan
         * is kept that would need it.
         */
        boolean isShared() {
            return PREPARES_NOTHING.matcher(url).find();
        }

        @Override
        public String toString() {
            return "Access[url=" + url.replaceAll("(?i)(password=)[^&]*", "$1…") + ", user=" + user + "]";
        }
    }

    /**
     * Opens a pool. Does not fail when the database is out of reach: whoever asks for something then is told, and it
     * goes on by itself when the database is back.
     *
     * @param connections at most this many
     */
    public static Database open(Access access, int connections) {
        return open(access, connections, connections, PATIENCE);
    }

    /** The same, for whoever waits longer for a connection than a click does, and so need not have them all at once. */
    static Database open(Access access, int atOnce, int connections, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setPoolName("lessons");
        config.setMinimumIdle(atOnce);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(patience.dividedBy(2).toMillis());
        config.setInitializationFailTimeout(-1);
        Duration hangs = patience.multipliedBy(STATEMENTS);
        long longest = hangs.toSeconds();
        if (!access.isShared()) {
            // Our statements are the same for every class; planning the one that writes entries costs more than it
            // does.
            // A plan is kept as long as its connection: a table that was empty when it was made would be read from end
            // to end for every row of a statement once there is much in it. A plan that is discouraged counts as dear,
            // and what is dear PostgreSQL compiles first, for a tenth of a second each time.
            // Whoever hangs in the middle of a transaction, or is cut off there, keeps nobody from a lesson for longer
            // than they would wait.
            config.setConnectionInitSql("set plan_cache_mode = force_generic_plan; set enable_seqscan = off;"
                    + " set jit = off; set idle_in_transaction_session_timeout = '" + longest + "s'");
        }
        config.addDataSourceProperty("ApplicationName", "lesson-bot");
        // Details quote rows.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        boolean several = access.url().split("/", -1)[2].contains(",");
        config.addDataSourceProperty("connectTimeout", Integer.toString(several ? CONNECT_S / HOSTS : CONNECT_S));
        config.addDataSourceProperty("loginTimeout", Integer.toString(CONNECT_S));
        config.addDataSourceProperty("socketTimeout", Long.toString(longest));
        return new Database(new Pool(config, hangs), access);
    }

    /**
     * Brings the core's tables to this version's state.
     *
     * @throws IllegalStateException if they cannot be brought there
     */
    public void migrate() {
        migrate(Schema.CORE);
    }

    /**
     * Brings somebody's own tables up to date.
     *
     * @throws IllegalStateException as for {@link #migrate()}
     */
    public void migrate(Schema schema) {
        migrate(pool, schema);
    }

    /** As {@link #migrate(Schema)}, on connections of somebody's own. */
    public static void migrate(DataSource source, Schema schema) {
        migrate(source, schema, "latest");
    }

    /** As {@link #migrate(Schema)}, no further than to this version. */
    public static void migrate(DataSource source, Schema schema, String version) {
        var unused =
                tables(source, schema, flyway -> flyway.target(version).load().migrate());
    }

    /** Whether tables were brought to a state that this version does not know yet. */
    public boolean isNewer() {
        return isNewer(pool, Schema.CORE);
    }

    /** As {@link #isNewer()}, of somebody's own tables. */
    public static boolean isNewer(DataSource source, Schema schema) {
        return Stream.of(info(source, schema).all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    /**
     * Whether this is beyond the newest version that this program has.
     *
     * @param version as in {@code 18}
     */
    public static boolean isNewer(DataSource source, Schema schema, String version) {
        return Stream.of(info(source, schema).all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .noneMatch(known -> known.isAtLeast(version));
    }

    private static MigrationInfoService info(DataSource source, Schema schema) {
        return tables(source, schema, flyway -> flyway.load().info());
    }

    private static <T> T tables(DataSource source, Schema schema, Function<FluentConfiguration, T> work) {
        try (OneTransaction all = new OneTransaction(source)) {
            T done = work.apply(Flyway.configure(Database.class.getClassLoader())
                    .dataSource(all)
                    .locations(schema.migrations())
                    .table(schema.history())
                    .baselineOnMigrate(true)
                    .baselineVersion("0"));
            all.commit();
            return done;
        } catch (FlywayException | SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Why it cannot be reached now; nothing if it can. */
    public Optional<String> fault() {
        return fault(1);
    }

    /**
     * The same, asked again as long as nothing is known but that no answer came in time: a busy computer's first one takes a while.
     *
     * @param times at most this often
     */
    public Optional<String> fault(int times) {
        String reason;
        try (Connection connection = pool.getConnection()) {
            if (connection.isValid(1)) {
                return Optional.empty();
            }
            reason = "it did not answer within a second";
            // The driver closes it then, and the pool would give the same one out again.
            pool.evictConnection(connection);
        } catch (SQLException away) {
            reason = reason(away);
            if (!(away instanceof SQLTransientConnectionException) || away.getCause() != null) {
                return Optional.of(reason);
            }
        }
        return times > 1 ? fault(times - 1) : Optional.of(reason);
    }

    /** In one line, without what the pool says about itself, and with the host where that is unknown. */
    private static String reason(SQLException away) {
        Throwable cause = away.getCause() == null ? away : away.getCause();
        String said = String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\.+$", "");
        return cause.getCause() instanceof UnknownHostException host
                ? said + " (no host " + host.getMessage() + ")"
                : said;
    }

    /** Whether our user may make tables here. */
    public boolean mayCreateTables() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Whether the core's tables are in this version's state. */
    public boolean isMigrated() {
        return info(pool, Schema.CORE).pending().length == 0;
    }

    /**
     * The server's version as PostgreSQL counts it: 170003 is 17.3.
     *
     * @throws org.jdbi.v3.core.JdbiException if it is out of reach
     */
    public int version() {
        return jdbi.withHandle(handle -> handle.createQuery("show server_version_num")
                .mapTo(Integer.class)
                .one());
    }

    /** Lets an operator watch the pool; once. */
    public void watch(MeterRegistry meters) {
        pool.setMetricRegistry(meters);
    }

    /** How it is reached. */
    public Access access() {
        return access;
    }

    /** How long one statement may take at most, with the wait for a connection. */
    public Duration answersWithin() {
        return answers;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** A connection beside the pool, for somebody who keeps it. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        return DriverManager.getConnection(access.url(), properties);
    }

    @Override
    public void close() {
        pool.close();
        pulse.close();
    }
}
