package org.lessonbot.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection with one transaction for somebody who asks for many of both, one after another. What they set for their session is
 * theirs for as long as it lasts, also behind a pooler that gives each transaction another session, and nothing of it stays
 * there; and all that they do is done, or none of it.
 */
final class OneTransaction implements DataSource, AutoCloseable {
    private final Connection real;
    private final Connection given;

    OneTransaction(DataSource source) throws SQLException {
        this.real = source.getConnection();
        real.setAutoCommit(false);
        this.given = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::call);
    }

    private @Nullable Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close", "commit", "setAutoCommit" -> null;
            default -> {
                try {
                    yield method.invoke(real, arguments);
                } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                }
            }
        };
    }

    /** Lets all of it count. */
    void commit() throws SQLException {
        real.commit();
    }

    @Override
    public Connection getConnection() {
        return given;
    }

    @Override
    public Connection getConnection(String user, String password) {
        return given;
    }

    /** What was not committed by then is undone. */
    @Override
    public void close() throws SQLException {
        try (real) {
            real.rollback();
            real.setAutoCommit(true);
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
