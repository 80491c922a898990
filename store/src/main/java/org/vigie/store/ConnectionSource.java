package org.vigie.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Connections in Java's own form for pools and migration tools. User and password are settled.
///
/// @param folder the data folder that they lead to; null: somebody else's database
record ConnectionSource(Opener opener, @Nullable Path folder) implements DataSource {

    /// Opens one connection.
    interface Opener {
        Connection open() throws IOException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return opener.open();
        } catch (IOException e) {
            String state = e.getCause() instanceof SQLException sql ? sql.getSQLState() : null;
            throw new SQLException(e.getMessage(), state, e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password are settled");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("logs nothing");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the time limit is settled");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("logs nothing");
    }

    @Override
    public <T> T unwrap(Class<T> kind) throws SQLException {
        if (kind.isInstance(this)) return kind.cast(this);
        throw new SQLException("wraps no " + kind.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> kind) {
        return kind.isInstance(this);
    }
}
