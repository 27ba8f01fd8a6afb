package org.lessonbot.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver under addresses that begin with {@code jdbc:counted:}; counts what is carried out by it. */
public final class CountingDriver implements Driver {
    private static final String PREFIX = "jdbc:counted:";
    private static final Map<String, AtomicInteger> STATEMENTS = new ConcurrentHashMap<>();

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
        return count(url(server)).get();
    }

    private static AtomicInteger count(String url) {
        return STATEMENTS.computeIfAbsent(url, none -> new AtomicInteger());
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url)
                ? (Connection) counted(
                        Connection.class,
                        DriverManager.getConnection(url.replaceFirst(PREFIX, "jdbc:"), info),
                        count(url))
                : null;
    }

    private static Object counted(Class<?> type, Object real, AtomicInteger count) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                count.incrementAndGet();
            }
            try {
                Object result = method.invoke(real, arguments);
                return result instanceof Statement && Statement.class.isAssignableFrom(method.getReturnType())
                        ? counted(method.getReturnType(), result, count)
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
