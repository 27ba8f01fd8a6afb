package org.lessonbot.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver under addresses that begin with {@code jdbc:counted:}; counts what is carried out by it. */
public final class CountingDriver implements Driver {
    private static final String PREFIX = "jdbc:counted:";
    private static final Map<String, Work> DONE = new ConcurrentHashMap<>();

    private record Work(AtomicInteger statements, AtomicInteger rows) {}

    static {
        try {
            DriverManager.registerDriver(new CountingDriver());
        } catch (SQLException never) {
            throw new ExceptionInInitializerError(never);
        }
    }

    /** The same database through this driver. */
    public static Database open(TestDatabase server, int connections) {
        return Migrated.open(new Database.Access(url(server), server.user(), server.password()), connections);
    }

    private static String url(TestDatabase server) {
        return server.jdbcUrl().replaceFirst("^jdbc:", PREFIX);
    }

    /** How many statements were carried out so far in this database, commits among them. */
    public static int statements(TestDatabase server) {
        return done(url(server)).statements().get();
    }

    /** How many rows were read so far from this database. */
    public static int rows(TestDatabase server) {
        return done(url(server)).rows().get();
    }

    private static Work done(String url) {
        return DONE.computeIfAbsent(url, none -> new Work(new AtomicInteger(), new AtomicInteger()));
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url)
                ? (Connection) counted(
                        Connection.class,
                        DriverManager.getConnection(url.replaceFirst(PREFIX, "jdbc:"), info),
                        done(url))
                : null;
    }

    /** A connection that the pool opens meanwhile sets itself up, at whatever moment that is. */
    private static boolean isWork(Method method, Object @Nullable [] arguments) {
        boolean setsUp = arguments != null
                && arguments.length > 0
                && String.valueOf(arguments[0]).startsWith("set ");
        return method.getName().equals("commit") || method.getName().startsWith("execute") && !setsUp;
    }

    private static Object counted(Class<?> type, Object real, Work done) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (isWork(method, arguments)) {
                done.statements().incrementAndGet();
            }
            try {
                Object result = method.invoke(real, arguments);
                if (real instanceof ResultSet && method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                    done.rows().incrementAndGet();
                }
                boolean goesOn = result instanceof Statement || result instanceof ResultSet;
                return goesOn && Wrapper.class.isAssignableFrom(method.getReturnType())
                        ? counted(method.getReturnType(), result, done)
                        : result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
